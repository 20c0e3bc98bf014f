package io.quarkiverse.authlete.runtime.faulttolerance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.DpopRefusedException;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/**
 * How far one call has come, and what follows a failure. Used by one attempt after the other, never by two at a time; the
 * fields are volatile because attempts may end on different threads.
 */
final class CallProgress {

    private static final int UNAUTHORIZED = 401;

    private final RequestInfo request;
    private final CallPolicy policy;
    private final boolean freshCredentials;
    private final LongSupplier nanoTime;
    private final long start;
    private final Backoff backoff;
    private volatile int attempts;
    private volatile int retries;
    private volatile boolean credentialsRefreshed;
    private volatile boolean nonceTried;
    private volatile boolean unknownBefore;
    private volatile boolean attemptUnderWay;

    /**
     * @param request the request
     * @param policy the limits of the call
     * @param freshCredentials whether other credentials can be had after a 401
     * @param nanoTime the clock
     */
    CallProgress(RequestInfo request, CallPolicy policy, boolean freshCredentials, LongSupplier nanoTime) {
        this.request = request;
        this.policy = policy;
        this.freshCredentials = freshCredentials;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.backoff = policy.retry().backoff();
    }

    /** @return whether an attempt may ask the application for an API token */
    boolean mayFetchCredentials() {
        return freshCredentials;
    }

    void attemptStarts() {
        attempts++;
        attemptUnderWay = true;
    }

    /** @return what is known of the whole call: an earlier attempt may have had an effect, whatever became of the last one */
    FailedCall summary(FailedCall last) {
        return last.withAttempts(attempts).withOutcome(unknownBefore ? Outcome.UNKNOWN : last.outcome());
    }

    /** @return what is known about the effect of the call if it ends now, between or in the middle of attempts */
    Outcome outcomeNow() {
        return attemptUnderWay || unknownBefore ? Outcome.UNKNOWN : Outcome.NOT_SENT;
    }

    /** @return how long the attempt that starts now may take */
    Duration attemptLimit() {
        Duration remaining = remaining();
        return remaining.compareTo(policy.attemptTimeout()) < 0 ? remaining : policy.attemptTimeout();
    }

    /** @return what is left of the total timeout, at least a millisecond */
    Duration remaining() {
        Duration remaining = policy.totalTimeout().minus(elapsed());
        return remaining.toMillis() < 1 ? Duration.ofMillis(1) : remaining;
    }

    /** A delete that is repeated after an unknown outcome and finds nothing: the earlier attempt did it. */
    boolean deletedBefore(Throwable failure) {
        return unknownBefore && failure instanceof AuthleteException refusal && findsNothingToDelete(refusal);
    }

    private boolean findsNothingToDelete(AuthleteException failure) {
        return request.operation() == TokenOperation.DELETE && OutcomeRules.isGone(failure);
    }

    /**
     * @param failure why the last attempt failed
     * @return how long to wait before the next one; empty if there is to be none
     */
    Optional<Duration> pauseAfter(AuthleteException failure) {
        attemptUnderWay = false;
        if (mayUseNonce(failure)) {
            return Optional.of(Duration.ZERO);
        }
        if (mayUseFreshCredentials(failure)) {
            credentialsRefreshed = true;
            return Optional.of(Duration.ZERO);
        }
        RetrySettings retry = policy.retry();
        if (!retry.enabled() || retries >= retry.maxRetries() || findsNothingToDelete(failure)
                || !RepeatRules.repeatable(failure, retry.statusCodes(), retry.connectionErrors())) {
            return Optional.empty();
        }
        Duration pause = failure.retryAfter().orElseGet(backoff::next);
        Duration resumed = elapsed().plus(pause);
        if (retry.maxElapsedTime().filter(limit -> resumed.compareTo(limit) > 0).isPresent()
                || resumed.compareTo(policy.totalTimeout()) >= 0) {
            return Optional.empty();
        }
        retries++;
        unknownBefore |= failure.outcome() == Outcome.UNKNOWN;
        return Optional.of(pause);
    }

    /** A proof is refused before any processing, too. If the proof with the nonce is refused as well, there is no third one. */
    private boolean mayUseNonce(AuthleteException failure) {
        boolean triedBefore = nonceTried;
        nonceTried = failure instanceof DpopRefusedException refused && refused.nonceSupplied();
        return nonceTried && !triedBefore;
    }

    /** A 401 comes before any processing, so that repeating is safe for every operation. */
    private boolean mayUseFreshCredentials(AuthleteException failure) {
        return freshCredentials && !credentialsRefreshed && !(failure instanceof DpopRefusedException)
                && failure.status().filter(status -> status == UNAUTHORIZED).isPresent();
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
