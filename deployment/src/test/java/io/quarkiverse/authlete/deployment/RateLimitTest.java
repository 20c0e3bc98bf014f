package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

/** The rate limit counts all operations of a service together. */
class RateLimitTest {

    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.rate-limit.limit", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.rate-limit.window", "1h")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://localhost:${authlete.stub.port}")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-id", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.service-access-token", "t")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.rate-limit.limit", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.rate-limit.window", WINDOW.toMillis() + "ms");

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset().answerJson(200, "{\"count\":1,\"totalCount\":0}");
    }

    @Test
    void whatIsOverTheLimitFailsIfItDoesNotWait() {
        tokens.list(TokenListRequest.all());
        tokens.revoke(TokenRevokeRequest.subject("john"));

        AuthleteCallNotPermittedException failure = catchThrowableOfType(AuthleteCallNotPermittedException.class,
                () -> tokens.list(TokenListRequest.all(), ONCE));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofHours(1));
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void whatIsOverTheLimitWaitsForTheNextWindow() {
        long start = System.nanoTime();

        for (int call = 0; call < 3; call++) {
            assertThat(eu.list(TokenListRequest.all())).isNotNull();
        }

        assertThat(stub.requests()).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(WINDOW.minusMillis(50));
    }
}
