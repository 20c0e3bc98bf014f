package io.quarkiverse.authlete.runtime.faulttolerance;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.observation.ObservedCall;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;

/** One attempt of a call, guarded and within its time limits. It ends once, and on any thread. */
final class AttemptUnderWay<T> {

    private final CallGuards guards;
    private final FailureFactory failures;
    private final RequestInfo request;
    private final CallProgress progress;
    private final ObservedCall observed;
    private final Function<Attempt, Uni<T>> send;
    private final BiConsumer<T, AuthleteException> whenEnded;
    private final Attempt attempt = new Attempt();
    private final Answer<T> answer = new Answer<>(attempt);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Future<?> waitLimit;
    private boolean begun;

    /**
     * @param guards are asked whether and when the request may be sent
     * @param failures makes the exceptions
     * @param request what matters of the request if it fails
     * @param progress the call so far
     * @param observed is told of the attempt
     * @param send sends the request
     * @param whenEnded takes the answer, or why there is none; is not called after {@link #cancel()}
     */
    AttemptUnderWay(CallGuards guards, FailureFactory failures, RequestInfo request, CallProgress progress,
            ObservedCall observed, Function<Attempt, Uni<T>> send, BiConsumer<T, AuthleteException> whenEnded) {
        this.guards = guards;
        this.failures = failures;
        this.request = request;
        this.progress = progress;
        this.observed = observed;
        this.send = send;
        this.whenEnded = whenEnded;
    }

    void start() {
        if (guards.mayQueue()) {
            Duration limit = progress.remaining();
            waitLimit = Timers.after(limit, () -> end(null, timeout(limit)));
        }
        guards.protect(request.operation(), this::send).whenComplete(this::end);
    }

    /** Ends the request and gives back what the guards have lent. */
    void cancel() {
        if (ended.compareAndSet(false, true)) {
            close(null, null, true);
        }
    }

    /** Called by the guards. */
    private CompletionStage<T> send() {
        if (!begin()) {
            // It waited for the guards until nobody wanted it any more.
            return CompletableFuture.failedFuture(new CancellationException());
        }
        Duration limit = progress.attemptLimit();
        answer.limit(Timers.after(limit, () -> answer.giveUp(timeout(limit))));
        try {
            send.apply(attempt).subscribe().withSubscriber(answer);
        } catch (RuntimeException e) {
            answer.onFailure(e);
        }
        return answer;
    }

    /** Not while the attempt is being cancelled: its observers would be told of its end before its start. */
    private synchronized boolean begin() {
        if (ended.get()) {
            return false;
        }
        begun = true;
        progress.attemptStarts();
        attempt.addHeaders(observed.attemptStarts());
        return true;
    }

    private void end(T item, Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            AuthleteException classified = failure == null ? null : classify(failure);
            close(item, classified, false);
            whenEnded.accept(item, classified);
        }
    }

    private synchronized void close(T item, AuthleteException failure, boolean cancelled) {
        if (waitLimit != null) {
            waitLimit.cancel(false);
        }
        if (begun && !answer.isDone()) {
            answer.giveUp(new CancellationException());
        }
        observed.attemptEnded(item, failure, cancelled, attempt.status());
    }

    private AuthleteException timeout(Duration limit) {
        return failures.timeout(request, limit, !attempt.giveUp());
    }

    private AuthleteException classify(Throwable failure) {
        if (failure instanceof AuthleteException authlete) {
            return authlete;
        }
        if (failure instanceof RateLimitException limit) {
            return failures.notPermitted(request, "The rate limit of the service is used up", failure,
                    limit.getRetryAfterMillis() < 0 ? null : Duration.ofMillis(limit.getRetryAfterMillis()));
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return failures.notPermitted(request, "The circuit breaker is open: the last calls have failed", failure, null);
        }
        if (failure instanceof BulkheadException) {
            return failures.notPermitted(request, "Too many calls are under way or waiting already", failure, null);
        }
        return failures.other(request, failure, Outcome.UNKNOWN,
                "The call failed unexpectedly: " + failure.getClass().getName());
    }
}
