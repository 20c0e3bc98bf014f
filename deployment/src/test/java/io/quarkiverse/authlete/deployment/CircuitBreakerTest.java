package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.smallrye.mutiny.Uni;

/** There is one circuit breaker for each operation of each service. */
class CircuitBreakerTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, SealedVault.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.request-volume-threshold", "4")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.delay", "2s")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.service-id", "3")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.no-token.circuit-breaker.request-volume-threshold", "4")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-access-token", "t");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @Inject
    @AuthleteServiceName("no-token")
    TokenOperations withoutToken;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void itOpensForOneOperationOfOneServiceAndRecovers() {
        stub.answer(500, "text/plain", "broken");
        for (int i = 0; i < 4; i++) {
            assertThat(listFails()).isNotInstanceOf(AuthleteCallNotPermittedException.class);
        }

        AuthleteException open = listFails();

        assertThat(open).isInstanceOf(AuthleteCallNotPermittedException.class).hasMessageContaining("circuit breaker");
        assertThat(open.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(open.attempts()).isZero();
        assertThat(stub.requests()).hasSize(4);

        stub.reset().answerJson(200, "{\"count\":1,\"totalCount\":0}");
        assertThat(tokens.revoke(TokenRevokeRequest.subject("john")).count()).isEqualTo(1);
        assertThat(eu.list(TokenListRequest.all())).isNotNull();

        await().until(() -> TokenResult.of(() -> tokens.list(TokenListRequest.all())).isSuccess());
        assertThat(tokens.list(TokenListRequest.all())).isNotNull();
    }

    @Test
    void aServerThatRefusesIsWell() {
        stub.answerJson(403, "{\"resultCode\":\"A001215\"}");
        for (int i = 0; i < 10; i++) {
            AuthleteException refused = catchThrowableOfType(AuthleteException.class, () -> tokens.delete("x"));
            assertThat(refused.status()).isEqualTo(403);
        }
        assertThat(stub.requests()).hasSize(10);
    }

    @Test
    void aCallerWithoutAnApiTokenToSendIsNotTheServersFault() {
        for (int i = 0; i < 10; i++) {
            AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                    () -> withoutToken.list(TokenListRequest.all()));
            assertThat(failure).isNotInstanceOf(AuthleteCallNotPermittedException.class)
                    .hasMessageContaining("The ApiTokenProvider supplied no API token");
        }
    }

    private AuthleteException listFails() {
        return catchThrowableOfType(AuthleteException.class, () -> tokens.list(TokenListRequest.all()));
    }

    @ApplicationScoped
    @AuthleteServiceName("no-token")
    static class SealedVault implements ApiTokenProvider {

        @Override
        public Uni<String> getApiToken() {
            return Uni.createFrom().failure(new IllegalStateException("sealed"));
        }
    }
}
