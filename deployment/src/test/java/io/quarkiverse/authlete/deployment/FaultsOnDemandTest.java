package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** What goes wrong on demand, as the client sees it and as the emulator has recorded it. */
class FaultsOnDemandTest {

    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();
    private static final RequestOptions IMPATIENT = RequestOptions.builder().retry(RetryPolicy.none())
            .timeout(Duration.ofSeconds(1)).build();
    private static final Duration LONG = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            // Every test is about the calls that are sent.
            .overrideConfigKey("quarkus.authlete.circuit-breaker.enabled", "false");

    @Inject
    AuthleteEmulator emulator;

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("eu")
    AuthleteEmulator emulatorOfEu;

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu;

    @AfterEach
    void reset() {
        emulator.reset();
    }

    @Test
    void oneFaultIsRemovedHoweverManyCallsAreLeft() {
        emulator.inject(Fault.status(500).times(3));
        emulator.inject(Fault.status(404));
        Fault before = emulator.faults().get(0);
        TokenResult.of(() -> tokens.list(TokenListRequest.all(), ONCE));
        emulator.remove(before);
        assertThat(emulator.faults()).extracting(Fault::status).containsExactly(404);
        emulator.remove(before);
        assertThat(emulator.faults()).hasSize(1);
    }

    @Test
    void aStatus() {
        emulator.inject(Fault.status(503).retryAfter(Duration.ofSeconds(7)).result("A001101", "It is down.")
                .on(TokenOperation.CREATE));

        AuthleteException failure = failure(ONCE);

        assertThat(failure).isInstanceOf(AuthleteResultException.class);
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.resultCode()).isEqualTo("A001101");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(onlyCreate().status()).isEqualTo(503);
        assertThat(onlyCreate().fault().kind()).isEqualTo(Fault.Kind.STATUS);
        assertThat(onlyCreate().body()).containsEntry("subject", "john");
        assertThat(tokensOfJohn()).isZero();
    }

    @Test
    void theClientRecoversAfterIt() {
        emulator.inject(Fault.status(503).retryAfter(Duration.ZERO).on(TokenOperation.CREATE).times(2));

        tokens.create(request());

        assertThat(emulator.requests(TokenOperation.CREATE)).extracting(RecordedRequest::status)
                .containsExactly(503, 503, 200);
        assertThat(emulator.faults()).isEmpty();
        assertThat(tokensOfJohn()).isEqualTo(1);
    }

    @Test
    void aLostAnswerLeavesExactlyOneToken() {
        lose(Fault.connectionReset(), RequestOptions.none());
        lose(Fault.truncatedBody(), RequestOptions.none());
        lose(Fault.status(502), RequestOptions.none());
        lose(Fault.status(503), RequestOptions.none());
        lose(Fault.action(ResponseAction.INTERNAL_SERVER_ERROR), RequestOptions.none());
        lose(Fault.delay(LONG), IMPATIENT);
        lose(Fault.connectionReset().delayed(Duration.ofMillis(50)), RequestOptions.none());
    }

    private void lose(Fault fault, RequestOptions options) {
        emulator.reset();
        emulator.inject(fault.afterProcessing());

        AuthleteException failure = failure(options);

        assertThat(failure.outcome()).as(fault.toString()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(onlyCreate().fault().processed()).isTrue();
        assertThat(tokensOfJohn()).as(fault.toString()).isEqualTo(1);
    }

    @Test
    void aResetConnection() {
        emulator.inject(Fault.connectionReset());

        AuthleteException failure = failure(ONCE);

        assertThat(failure).isInstanceOf(AuthleteConnectionException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(onlyCreate().status()).isNull();
        assertThat(onlyCreate().duration()).isNotNull();
        assertThat(tokensOfJohn()).isZero();
    }

    @Test
    void aTruncatedBody() {
        emulator.inject(Fault.truncatedBody());
        assertThat(failure(ONCE).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(onlyCreate().status()).isEqualTo(200);
        assertThat(tokensOfJohn()).isZero();

        String token = tokens.create(request()).accessToken();
        emulator.inject(Fault.truncatedBody().on(TokenOperation.DELETE).afterProcessing());
        assertThat(catchThrowableOfType(AuthleteException.class, () -> tokens.delete(token, ONCE)).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(tokensOfJohn()).isZero();
    }

    @Test
    void anAction() {
        emulator.inject(Fault.action(ResponseAction.FORBIDDEN));
        assertThat(tokensOfJohn()).as("a list has no action").isZero();

        AuthleteException failure = failure(RequestOptions.none());

        assertThat(failure).isInstanceOf(AuthleteActionException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(tokensOfJohn()).isZero();
    }

    @Test
    void aDelay() {
        emulator.inject(Fault.delay(Duration.ofMillis(200)));
        tokens.create(request());
        assertThat(onlyCreate().status()).isEqualTo(200);
        assertThat(onlyCreate().duration()).isGreaterThanOrEqualTo(Duration.ofMillis(200));

        emulator.reset();
        emulator.inject(Fault.delay(LONG));
        assertThat(failure(IMPATIENT)).isInstanceOf(AuthleteTimeoutException.class);
        assertThat(onlyCreate().status()).as("not answered yet").isNull();
        assertThat(onlyCreate().duration()).isNull();
    }

    @Test
    void untilItIsCleared() {
        emulator.inject(Fault.status(500).untilCleared());
        emulator.inject(Fault.connectionReset().times(2));
        for (int i = 0; i < 3; i++) {
            assertThat(failure(ONCE).status()).isEqualTo(500);
        }
        assertThat(emulator.faults()).extracting(Fault::times).containsExactly(null, 2);

        emulator.clearFaults();

        assertThat(emulator.faults()).isEmpty();
        tokens.create(request());
    }

    @Test
    void servicesFailApart() {
        emulatorOfEu.inject(Fault.status(500).untilCleared());

        assertThat(emulator.faults()).isEmpty();
        tokens.create(request());
        assertThatThrownBy(() -> eu.create(request(), ONCE)).isInstanceOf(AuthleteException.class);

        assertThat(emulatorOfEu.serviceId()).isNotEqualTo(emulator.serviceId());
        assertThat(emulator.requests()).extracting(RecordedRequest::status).containsExactly(200);
        assertThat(emulatorOfEu.requests()).extracting(RecordedRequest::status).containsExactly(500);
        emulator.clearFaults();
        assertThat(emulatorOfEu.faults()).hasSize(1);
    }

    @Test
    void theApiTokenIsNotRecorded() {
        tokens.list(TokenListRequest.all(), RequestOptions.builder().header("X-Request-Id", "42").build());

        List<RecordedRequest> requests = emulator.requests(TokenOperation.LIST);
        assertThat(requests.get(0).headers()).containsEntry("x-request-id", "42")
                .containsEntry("authorization", RecordedRequest.MASK);
        assertThat(requests.toString()).doesNotContain("emulator-" + emulator.serviceId());
    }

    private AuthleteException failure(RequestOptions options) {
        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> tokens.create(request(), options));
        assertThat(failure).isNotNull();
        return failure;
    }

    private RecordedRequest onlyCreate() {
        List<RecordedRequest> requests = emulator.requests(TokenOperation.CREATE);
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private long tokensOfJohn() {
        return tokens.list(TokenListRequest.builder().subject("john").build()).totalCount();
    }

    private static TokenCreateRequest request() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("john").build();
    }
}
