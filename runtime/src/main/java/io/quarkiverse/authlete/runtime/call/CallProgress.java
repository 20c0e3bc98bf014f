package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/**
 * How far one call has come, and what follows a failure. Used on one event loop; the fields are volatile because the
 * application may stop on another thread.
 */
final class CallProgress {

    private static final int UNAUTHORIZED = 401;
    private static final int MAX_NONCES_IN_A_ROW = 3;

    private volatile RequestInfo request;
    private final CallPolicy policy;
    private final boolean freshCredentials;
    private final LongSupplier nanoTime;
    private final long start;
    private Backoff backoff;
    private volatile int attempts;
    private volatile int retries;
    private volatile boolean credentialsRefreshed;
    private volatile int noncesInARow;
    private volatile Outcome before;
    private volatile Outcome worst = Outcome.NOT_SENT;

    /**
     * @param before what is known about the effect of the call already
     * @param freshCredentials whether other credentials can be had after a 401
     */
    CallProgress(RequestInfo request, Outcome before, CallPolicy policy, boolean freshCredentials, LongSupplier nanoTime) {
        this.request = request;
        this.before = before;
        this.policy = policy;
        this.freshCredentials = freshCredentials;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** @return whether an attempt may ask the application for an API token */
    boolean mayFetchCredentials() {
        return freshCredentials;
    }

    void attemptStarts() {
        attempts++;
    }

    /** Another request of the same call, with retries of its own. */
    void goOn(RequestInfo next, Outcome effect) {
        request = next;
        before = effect;
        worst = Outcome.NOT_SENT;
        retries = 0;
        backoff = null;
    }

    /** @return what is known about the effect of the last request, from its worst attempt */
    Outcome worst() {
        return worst;
    }

    /** @return what is known of the whole call: an earlier attempt may have had an effect, whatever became of the last one */
    FailedCall summary(FailedCall last) {
        return last.toBuilder().attempts(attempts).outcome(worse(before, worse(worst, last.outcome()))).build();
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** @return how long the attempt that starts now may take */
    Duration attemptLimit() {
        Duration remaining = remaining();
        return remaining.compareTo(policy.attemptTimeout()) < 0 ? remaining : policy.attemptTimeout();
    }

    /** @return how long an attempt may wait for a connection, and then for the beginning of its answer */
    Duration answerLimit() {
        return policy.readTimeout();
    }

    /** @return what is left of the total timeout, at least a millisecond */
    Duration remaining() {
        Duration remaining = policy.totalTimeout().minus(elapsed());
        return remaining.toMillis() < 1 ? Duration.ofMillis(1) : remaining;
    }

    /** A delete that is retried after an unknown outcome and finds nothing: the earlier attempt did it. */
    boolean deletedBefore(Throwable failure) {
        return worst == Outcome.UNKNOWN && failure instanceof AuthleteException refusal && findsNothingToDelete(refusal);
    }

    private boolean findsNothingToDelete(AuthleteException failure) {
        return request.operation() == TokenOperation.DELETE && OutcomeRules.isGone(failure);
    }

    /** @return how long to wait before the next attempt; empty if there is to be none */
    Optional<Duration> waitAfter(AuthleteException failure) {
        worst = worse(worst, failure.outcome());
        if (mayUseNonce(failure)) {
            return Optional.of(Duration.ZERO);
        }
        if (mayUseFreshCredentials(failure)) {
            credentialsRefreshed = true;
            return Optional.of(Duration.ZERO);
        }
        RetrySettings retry = policy.retry();
        if (!retry.enabled() || retries >= retry.maxRetries() || findsNothingToDelete(failure)
                || !RetryRules.isRetryable(failure, retry.statusCodes(), retry.connectionErrors())) {
            return Optional.empty();
        }
        backoff = backoff == null ? retry.backoff() : backoff;
        Duration wait = failure.retryAfter() == null ? backoff.next() : failure.retryAfter();
        Duration resumed = elapsed().plus(wait);
        if (retry.maxElapsedTime().filter(limit -> resumed.compareTo(limit) > 0).isPresent()
                || resumed.compareTo(policy.totalTimeout()) >= 0) {
            return Optional.empty();
        }
        retries++;
        return Optional.of(wait);
    }

    /** A proof is refused before any processing, too. Other callers may use up a nonce before this one does. */
    private boolean mayUseNonce(AuthleteException failure) {
        boolean supplied = failure instanceof AuthleteDpopRefusedException refused && refused.nonceSupplied();
        noncesInARow = supplied ? noncesInARow + 1 : 0;
        return supplied && noncesInARow <= MAX_NONCES_IN_A_ROW;
    }

    /** A 401 comes before any processing, so that a retry is safe for every operation. */
    private boolean mayUseFreshCredentials(AuthleteException failure) {
        return freshCredentials && !credentialsRefreshed && !(failure instanceof AuthleteDpopRefusedException)
                && failure.status() != null && failure.status() == UNAUTHORIZED;
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
