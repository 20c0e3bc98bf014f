package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

/** If so configured, a service is down while no call of it gets through, and not for less. */
class ReadinessByCircuitBreakersTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Readiness.in(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Readiness.class))
            .overrideRuntimeConfigKey("quarkus.authlete.health.down-when-circuit-open", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.request-volume-threshold", "4")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.delay", "2s")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Test
    void onlyWhenAllBreakersAreOpenAndOnlyAsLong() {
        AuthleteStub stub = AuthleteStub.get().answerJson(200, AuthleteStub.CREATED);
        tokens.revoke(TokenRevokeRequest.subject("john"));

        stub.reset().answer(500, "text/plain", "broken");
        TokenResult.of(() -> tokens.list(TokenListRequest.all()));
        assertThat(Readiness.ask().ready()).as("after a single failure").isTrue();

        for (int i = 0; i < 3; i++) {
            TokenResult.of(() -> tokens.list(TokenListRequest.all()));
        }
        assertThat(Readiness.ask().data()).containsEntry("<default>.list.circuit-breaker", "open");
        assertThat(Readiness.ask().ready()).as("as long as other calls get through").isTrue();

        for (int i = 0; i < 3; i++) {
            TokenResult.of(() -> tokens.revoke(TokenRevokeRequest.subject("john")));
        }
        Readiness down = Readiness.ask();
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.data()).containsEntry("<default>", "DOWN");

        // Nothing but time has passed: calls must get a chance.
        await().untilAsserted(() -> assertThat(Readiness.ask().data()).containsEntry("<default>", "UP")
                .containsEntry("<default>.list.circuit-breaker", "half-open"));
    }
}
