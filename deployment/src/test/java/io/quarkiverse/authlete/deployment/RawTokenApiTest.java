package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** The declarative REST client, injected as any other one, is configured by {@code quarkus.authlete.*}. */
class RawTokenApiTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.headers.X-Tenant", "acme");

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    @RestClient
    TokenApi api;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void theFiveOperations() {
        stub.answerJson(200, "{\"action\":\"OK\",\"accessToken\":\"a\",\"count\":2,\"totalCount\":7}");

        assertThat(api.list("5", null, "john", 0, 10, null, null).await().atMost(LONG).totalCount()).isEqualTo(7);
        assertThat(api.create("5", TokenCreateRequest.builder(GrantType.IMPLICIT).build(), null).await().atMost(LONG)
                .accessToken()).isEqualTo("a");
        assertThat(api.update("5", TokenUpdateRequest.tokenId("t").build(), null).await().atMost(LONG).accessToken())
                .isEqualTo("a");
        assertThat(api.revoke("5", TokenRevokeRequest.subject("john"), null).await().atMost(LONG).count()).isEqualTo(2);
        stub.reset().answer(WireMock.noContent());
        api.delete("5", "a/b", null).await().atMost(LONG);

        assertThat(stub.onlyRequest().getUrl()).isEqualTo("/api/5/auth/token/delete/a%2Fb");
    }

    @Test
    void credentialsAndHeaders() {
        stub.answerJson(200, AuthleteStub.CREATED);

        api.list("5", null, null, null, null, null, Map.of("X-Request-Id", List.of("r"))).await()
                .atMost(LONG);

        LoggedRequest request = stub.onlyRequest();
        assertThat(request.header("Authorization").values()).containsExactly("Bearer " + AuthleteStub.API_TOKEN);
        assertThat(request.header("X-Tenant").values()).containsExactly("acme");
        assertThat(request.header("X-Request-Id").values()).containsExactly("r");
    }
}
