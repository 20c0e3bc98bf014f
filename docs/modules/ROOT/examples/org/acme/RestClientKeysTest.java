package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The keys in rest-client.adoc that override annotations of {@code TokenApi}. */
@QuarkusTest
@TestProfile(RestClientKeysTest.Keys.class)
@WithTestResource(value = FaultyServer.class, initArgs = @ResourceArg(name = "property", value = "quarkus.authlete.url"))
class RestClientKeysTest {

    @Inject
    @RestClient
    TokenApi api;

    FaultyServer server;

    @BeforeEach
    void unavailable() {
        server.reset(null);
        server.becomeUnavailable();
    }

    @Test
    void theyAreForAllMethods() {
        assertThat(catchThrowableOfType(AuthleteException.class, this::create).status()).isEqualTo(503);
        assertThat(server.requests()).isEqualTo(2);

        catchThrowableOfType(CircuitBreakerOpenException.class, this::create);
        assertThat(server.requests()).isEqualTo(2);

        assertThat(catchThrowableOfType(AuthleteException.class, this::list).status()).isEqualTo(503);
        assertThat(server.requests()).isEqualTo(4);
    }

    private void create() {
        api.create("1", TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1).build(), null)
                .await().indefinitely();
    }

    private void list() {
        api.list("1", null, null, null, null, null, null).await().indefinitely();
    }

    public static class Keys implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper/Retry/maxRetries", "1",
                    "quarkus.fault-tolerance.\"io.quarkiverse.authlete.rest.TokenApi$$CDIWrapper\""
                            + ".circuit-breaker.request-volume-threshold",
                    "2");
        }
    }
}
