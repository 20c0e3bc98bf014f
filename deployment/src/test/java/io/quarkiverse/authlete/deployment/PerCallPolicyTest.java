package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.http.Fault;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

/** What the options of a call change, and what the configuration of the service and of an operation say otherwise. */
class PerCallPolicyTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.retry.max-retries", "2")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "5ms")
            .overrideRuntimeConfigKey("quarkus.authlete.operation.revoke.retry.max-retries", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.operation.delete.retry.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false");

    @Inject
    TokenOperations tokens;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void theConfigurationOfTheServiceDecidesByDefault() {
        stub.answer(503, "text/plain", "later");

        assertThat(listFails(RequestOptions.none()).attempts()).isEqualTo(3);
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void anOperationMayDiffer() {
        stub.answer(503, "text/plain", "later");

        AuthleteException revoke = catchThrowableOfType(AuthleteException.class,
                () -> tokens.revoke(TokenRevokeRequest.subject("john")));
        AuthleteException delete = catchThrowableOfType(AuthleteException.class, () -> tokens.delete("x"));

        assertThat(revoke.attempts()).isEqualTo(2);
        assertThat(delete.attempts()).isEqualTo(1);
    }

    @Test
    void repeatsCanBeTurnedOffForACall() {
        stub.answer(503, "text/plain", "later");

        assertThat(listFails(options().retry(RetryPolicy.none()).build()).attempts()).isEqualTo(1);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void theNumberOfRepeatsCanBeSetForACall() {
        stub.answer(503, "text/plain", "later");

        assertThat(listFails(options().retry(RetryPolicy.builder().maxRetries(5).build()).build()).attempts()).isEqualTo(6);
    }

    @Test
    void theStatusesCanBeSetForACall() {
        stub.answer(425, "text/plain", "too early");
        RetryPolicy policy = RetryPolicy.builder().statusCodes(425).build();

        assertThat(listFails(options().retry(policy).build()).attempts()).isEqualTo(3);
        stub.reset().answer(503, "text/plain", "later");
        assertThat(listFails(options().retry(policy).build()).attempts()).isEqualTo(1);
    }

    @Test
    void repeatsAfterConnectionErrorsCanBeTurnedOffForACall() {
        stub.answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(listFails(RequestOptions.none()).attempts()).isEqualTo(3);
        assertThat(listFails(options().retry(RetryPolicy.builder().retryConnectionErrors(false).build()).build()).attempts())
                .isEqualTo(1);
    }

    @Test
    void noPolicyRepeatsACreateWhoseOutcomeIsUnknown() {
        stub.answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        RetryPolicy eager = RetryPolicy.builder().maxRetries(10).statusCodes(500).retryConnectionErrors(true).build();

        AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                () -> tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build(),
                        options().retry(eager).build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void theTimeoutOfACallBoundsAllOfIt() {
        stub.answer(aResponse().withFixedDelay(30_000));
        long start = System.nanoTime();

        AuthleteException failure = listFails(options().timeout(Duration.ofMillis(300)).build());

        assertThat(failure).isInstanceOf(AuthleteTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aRetryAfterThatDoesNotFitIntoTheTimeoutFailsAtOnce() {
        stub.answer(aResponse().withStatus(429).withHeader("Retry-After", "60"));

        AuthleteException failure = listFails(RequestOptions.none());

        assertThat(failure).isInstanceOf(AuthleteHttpException.class);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aRetryAfterThatFitsIsObeyed() {
        stub.answer(aResponse().withStatus(429).withHeader("Retry-After", "1"));
        long start = System.nanoTime();

        AuthleteException failure = listFails(options().retry(RetryPolicy.builder().maxRetries(1).build()).build());

        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static RequestOptions.Builder options() {
        return RequestOptions.builder();
    }

    private AuthleteException listFails(RequestOptions options) {
        return catchThrowableOfType(AuthleteException.class, () -> tokens.list(TokenListRequest.all(), options));
    }
}
