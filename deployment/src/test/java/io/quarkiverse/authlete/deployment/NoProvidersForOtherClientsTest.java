package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The API token and our error handling stay away from the application's own REST clients. */
class NoProvidersForOtherClientsTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication().withServer())
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, OtherClient.class))
            .overrideRuntimeConfigKey("quarkus.authlete.headers.X-Tenant", "acme")
            .overrideRuntimeConfigKey("quarkus.rest-client.other.url", "http://localhost:${authlete.stub.port}");

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    OtherClient other;

    @Test
    void theOtherClientSendsNothingOfOursAndKeepsItsErrors() {
        AuthleteStub stub = AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
        tokens.list(TokenListRequest.all());
        stub.reset().answerJson(401, "{\"resultCode\":\"A001202\"}");

        WebApplicationException failure = catchThrowableOfType(WebApplicationException.class, () -> other.get());

        assertThat(failure.getResponse().getStatus()).isEqualTo(401);
        assertThat(stub.onlyRequest().containsHeader("Authorization")).isFalse();
        assertThat(stub.onlyRequest().containsHeader("X-Tenant")).isFalse();
    }

    @Path("/other")
    @RegisterRestClient(configKey = "other")
    interface OtherClient {

        @GET
        String get();
    }
}
