package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.arc.InactiveBeanException;
import io.quarkus.arc.InjectableInstance;

/** An application starts although a service is not configured; using it tells which property to set. */
class UnconfiguredServiceTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.no-id.region", "eu")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.region", "jp")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.service-id", "1");

    @Inject
    @Any
    InjectableInstance<TokenOperations> all;

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    Instance<TokenApi> api;

    @Inject
    @AuthleteServiceName("no-id")
    TokenOperations withoutId;

    @Inject
    @AuthleteServiceName("no-token")
    TokenOperations withoutToken;

    @Test
    void theReasonNamesTheRegion() {
        assertThatThrownBy(() -> tokens.list(TokenListRequest.all())).isInstanceOf(InactiveBeanException.class)
                .hasMessageContaining("The Authlete service '<default>' is not configured: set quarkus.authlete.region"
                        + " (us, jp, eu or br) or quarkus.authlete.url.");
        assertThatThrownBy(() -> reactive.list(TokenListRequest.all())).hasMessageContaining("quarkus.authlete.region");
        // Quarkus 3.33 makes the client when it is looked up, 3.37 at the first call.
        assertThatThrownBy(() -> api.get().list("1", null, null, null, null, null, null).await().indefinitely())
                .hasMessageContaining("quarkus.authlete.region");
    }

    @Test
    void theReasonNamesThePropertiesOfTheNamedService() {
        assertThatThrownBy(() -> withoutId.list(TokenListRequest.all()))
                .hasMessageContaining("quarkus.authlete.\"no-id\".service-id");
        assertThatThrownBy(() -> withoutToken.list(TokenListRequest.all()))
                .hasMessageContaining("quarkus.authlete.\"no-token\".service-access-token");
    }

    @Test
    void theBeansAreInactive() {
        assertThat(all.listActive()).isEmpty();
    }
}
