package io.quarkiverse.authlete.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

class CallProgressTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void waitsGrowUntilTheRetriesAreUsedUp() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(60), false);

        assertThat(progress.waitAfter(status(503, null))).contains(Duration.ofMillis(100));
        assertThat(progress.waitAfter(status(503, null))).contains(Duration.ofMillis(200));
        assertThat(progress.waitAfter(status(503, null))).contains(Duration.ofMillis(300));
        assertThat(progress.waitAfter(status(503, null))).isEmpty();
    }

    @Test
    void retryAfterWinsIfItFits() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(10), false);

        assertThat(progress.waitAfter(status(429, Duration.ofSeconds(7)))).contains(Duration.ofSeconds(7));
        assertThat(progress.waitAfter(status(429, Duration.ZERO))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(status(429, Duration.ofSeconds(11)))).isEmpty();
        pass(Duration.ofSeconds(4));
        assertThat(progress.waitAfter(status(429, Duration.ofSeconds(7)))).isEmpty();
    }

    @Test
    void attemptsGetWhatIsLeftOfTheTotalTimeout() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(10), false);

        assertThat(progress.attemptLimit()).isEqualTo(Duration.ofSeconds(4));
        pass(Duration.ofSeconds(7));
        assertThat(progress.attemptLimit()).isEqualTo(Duration.ofSeconds(3));
        pass(Duration.ofSeconds(9));
        assertThat(progress.attemptLimit()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void noRetryBeginsAfterTheMaxElapsedTime() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(60), false);

        pass(Duration.ofSeconds(20));

        assertThat(progress.waitAfter(status(503, null))).isEmpty();
    }

    @Test
    void aLongerTimeoutOfTheCallGivesTimeForRetriesToo() {
        RetrySettings retry = new RetrySettings(true, 3, Duration.ofMillis(100), Duration.ofMillis(300), 2, 0,
                Optional.empty(), Set.of(503), true);
        CallPolicy policy = new CallPolicy(Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ofSeconds(4), retry)
                .with(RequestOptions.builder().timeout(Duration.ofMinutes(2)).build());
        CallProgress progress = new CallProgress(RequestInfo.of(TokenOperation.LIST, null), Outcome.NOT_SENT, policy, false,
                nanos::get);

        pass(Duration.ofSeconds(60));

        assertThat(progress.waitAfter(status(503, null))).contains(Duration.ofMillis(100));
    }

    @Test
    void aDeleteThatFindsNothingHasSucceededAfterAnUnknownOutcome() {
        CallProgress progress = progress(RequestInfo.delete("x"), Duration.ofSeconds(10), false);
        AuthleteException notFound = status(404, null);

        assertThat(progress.deletedBefore(notFound)).isFalse();
        progress.waitAfter(status(503, Duration.ZERO));
        assertThat(progress.deletedBefore(notFound)).isFalse();
        progress.waitAfter(lost());
        assertThat(progress.deletedBefore(notFound)).isTrue();
        assertThat(progress.deletedBefore(status(403, null))).isFalse();
    }

    /** Which status comes with the code is not documented. */
    @ParameterizedTest
    @ValueSource(ints = { 400, 403, 404, 410, 500, 503 })
    void theResultCodeTellsThatThereIsNothingToDelete(int status) {
        CallProgress progress = progress(RequestInfo.delete("x"), Duration.ofSeconds(10), false);
        AuthleteException nothing = result(status, "A161202");

        assertThat(progress.deletedBefore(nothing)).isFalse();
        assertThat(progress.waitAfter(nothing)).as("no use in a retry").isEmpty();
        progress.waitAfter(lost());
        assertThat(progress.deletedBefore(nothing)).isTrue();
        assertThat(progress.deletedBefore(result(400, "A161203"))).as("the token of another service").isFalse();

        CallProgress update = progress(RequestInfo.of(TokenOperation.UPDATE, null), Duration.ofSeconds(10), false);
        update.waitAfter(lost());
        assertThat(update.deletedBefore(nothing)).isFalse();
    }

    @Test
    void anEarlierUnknownOutcomeStaysUnknownWhateverFollows() {
        CallProgress progress = progress(RequestInfo.delete("x"), Duration.ofSeconds(10), false);
        progress.attemptStarts();
        progress.waitAfter(lost());
        progress.attemptStarts();

        FailedCall summary = progress.summary(status(403, null).call());

        assertThat(summary.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(summary.attempts()).isEqualTo(2);
        assertThat(summary.status()).isEqualTo(403);
    }

    @Test
    void freshCredentialsAreTriedOnce() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(10), true);

        assertThat(progress.waitAfter(status(401, null))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(status(401, null))).isEmpty();
    }

    @Test
    void withoutOtherCredentialsA401IsFinal() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(10), false);

        assertThat(progress.waitAfter(status(401, null))).isEmpty();
    }

    @Test
    void upToThreeNoncesInARowAreTriedBesideEverythingElse() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.CREATE, null), Duration.ofSeconds(10), true);

        assertThat(progress.waitAfter(dpopRefused(true))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(status(401, null))).as("fresh credentials").contains(Duration.ZERO);
        assertThat(progress.waitAfter(dpopRefused(true))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(status(503, null))).as("first retry").contains(Duration.ofMillis(100));
        assertThat(progress.waitAfter(dpopRefused(true))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(dpopRefused(true))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(dpopRefused(true))).contains(Duration.ZERO);
        assertThat(progress.waitAfter(dpopRefused(true))).isEmpty();
    }

    @Test
    void aRefusedProofIsNoReasonForFreshCredentials() {
        CallProgress progress = progress(RequestInfo.of(TokenOperation.LIST, null), Duration.ofSeconds(10), true);

        assertThat(progress.waitAfter(dpopRefused(false))).isEmpty();
        assertThat(progress.waitAfter(status(401, null))).contains(Duration.ZERO);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private CallProgress progress(RequestInfo request, Duration total, boolean freshCredentials) {
        RetrySettings retry = new RetrySettings(true, 3, Duration.ofMillis(100), Duration.ofMillis(300), 2, 0,
                Optional.of(Duration.ofSeconds(20)), Set.of(429, 503), true);
        return new CallProgress(request, Outcome.NOT_SENT,
                new CallPolicy(total, Duration.ofSeconds(4), Duration.ofSeconds(4), retry),
                freshCredentials, nanos::get);
    }

    private static AuthleteException status(int status, Duration retryAfter) {
        return new AuthleteHttpException(
                FailedCall.builder(TokenOperation.LIST, "s", true, OutcomeRules.ofError(status, retryAfter, false))
                        .status(status).retryAfter(retryAfter).build(),
                "", null);
    }

    private static AuthleteException result(int status, String code) {
        return new AuthleteResultException(
                FailedCall.builder(TokenOperation.DELETE, "s", true, OutcomeRules.ofError(status, null, true)).status(status)
                        .resultCode(code).build(),
                "", null);
    }

    private static AuthleteException dpopRefused(boolean nonceSupplied) {
        return new AuthleteDpopRefusedException(status(401, null).call(), "", nonceSupplied);
    }

    private static AuthleteException lost() {
        return new AuthleteConnectionException(
                FailedCall.builder(TokenOperation.DELETE, "s", true, Outcome.UNKNOWN).build(), "", null);
    }
}
