package io.quarkiverse.authlete.runtime.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.runtime.call.Backoff;
import io.quarkiverse.authlete.runtime.call.RetryRules;
import io.quarkiverse.authlete.runtime.call.ServiceCalls;
import io.quarkiverse.authlete.runtime.failure.BatchFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Waits for the end of one batch: polls its status, one poll at a time, at growing intervals. The fields are volatile
 * because answers may come on different threads.
 */
final class BatchPolling {

    private final String requestId;
    private final PollingPolicy policy;
    private final BatchFailures failures;
    private final Supplier<Uni<TokenBatchStatus>> poll;
    private final Backoff backoff;
    private final long start = System.nanoTime();
    private volatile Duration interval = Duration.ZERO;
    private volatile int polls;
    private volatile TokenBatchStatus last;
    private volatile AuthleteException lastFailure;

    BatchPolling(String requestId, PollingPolicy policy, BatchFailures failures, Supplier<Uni<TokenBatchStatus>> poll) {
        this.requestId = requestId;
        this.policy = policy;
        this.failures = failures;
        this.poll = poll;
        this.backoff = new Backoff(policy.initialInterval(), policy.maxInterval(), policy.exponent(), policy.jitter());
    }

    /** @return the end of the batch; fails if it has not succeeded. To be subscribed to once. */
    Uni<TokenBatchStatus> end(ServiceCalls calls) {
        Uni<TokenBatchStatus> end = Multi.createBy().repeating().uni(() -> ask(calls.timers())).indefinitely()
                .select().where(Optional::isPresent).toUni().map(Optional::get)
                .ifNoItem().after(policy.timeout()).on(calls.timers())
                .failWith(() -> failures.notFinished(requestId, policy.timeout(), last, polls, lastFailure));
        return calls.endWithApplication(end, () -> failures.stopping(polls)).invoke(status -> {
            if (!status.isSucceeded()) {
                throw failures.failed(requestId, status, polls);
            }
        });
    }

    /** Waits, then polls; the result is empty while the batch runs, or when only this poll has failed. */
    private Uni<Optional<TokenBatchStatus>> ask(ScheduledExecutorService timers) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return (interval.isZero() ? now : now.onItem().delayIt().onExecutor(timers).by(interval)).chain(() -> {
            polls++;
            return poll.get();
        }).map(this::answered).onFailure(this::mayPass).recoverWithItem(Optional::empty);
    }

    private Optional<TokenBatchStatus> answered(TokenBatchStatus status) {
        last = status;
        lastFailure = null;
        interval = backoff.next();
        return Optional.of(status).filter(TokenBatchStatus::isFinished);
    }

    /** Any poll may be retried; here it counts whether a later one may succeed in time. */
    private boolean mayPass(Throwable thrown) {
        if (!(thrown instanceof AuthleteException failure)
                || !(failure instanceof AuthleteCallNotPermittedException)
                        && !RetryRules.isRetryable(failure, RetryRules.DEFAULT_STATUS_CODES, true)) {
            return false;
        }
        lastFailure = failure;
        Duration next = backoff.next();
        Duration wanted = failure.retryAfter();
        interval = wanted != null && wanted.compareTo(next) > 0 ? wanted : next;
        return wanted == null || interval.compareTo(remaining()) < 0;
    }

    private Duration remaining() {
        return policy.timeout().minusNanos(System.nanoTime() - start);
    }
}
