package io.quarkiverse.authlete.runtime.faulttolerance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.observation.ObservedCall;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * One call: an attempt, and others after pauses where {@link CallProgress} allows them. It ends once: with an answer, a
 * failure, a cancellation or the application.
 */
final class Call<T> {

    private final FailureFactory failures;
    private final CallGuards guards;
    private final CallsUnderWay underWay;
    private final RequestInfo request;
    private final CallProgress progress;
    private final ObservedCall observed;
    private final Function<Attempt, Uni<T>> send;
    private final UniEmitter<? super T> emitter;
    private final Runnable repeat;
    private final Runnable stop = this::stop;
    private final CallerContext caller = CallerContext.current();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile AttemptUnderWay<T> attempt;
    private volatile Future<?> pause;

    Call(FailureFactory failures, CallGuards guards, CallsUnderWay underWay, RequestInfo request, CallProgress progress,
            ObservedCall observed, Function<Attempt, Uni<T>> send, UniEmitter<? super T> emitter) {
        this.failures = failures;
        this.guards = guards;
        this.underWay = underWay;
        this.request = request;
        this.progress = progress;
        this.observed = observed;
        this.send = send;
        this.emitter = emitter;
        // The provider of the API token belongs to the application: it runs in the contexts of the caller.
        this.repeat = progress.mayFetchCredentials() ? Infrastructure.decorate((Runnable) this::attempt) : this::attempt;
    }

    void start() {
        emitter.onTermination(this::cancel);
        underWay.add(stop);
        attempt();
    }

    /** Ends the call because the application stops. */
    private void stop() {
        AuthleteException failure = failures.other(request, null, progress.outcomeNow(), "The application is stopping");
        if (abandon()) {
            AuthleteException ending = failure.withCall(progress.summary(failure.call()));
            observed.callEnded(null, ending, false);
            // Not on the context of the caller: nobody knows whether its event loop still does anything.
            emitter.fail(ending);
        }
    }

    private void cancel() {
        if (abandon()) {
            observed.callEnded(null, null, true);
        }
    }

    private void attempt() {
        AttemptUnderWay<T> next = new AttemptUnderWay<>(guards, failures, request, progress, observed, send,
                this::attemptEnded);
        attempt = next;
        if (!ended.get()) {
            next.start();
        }
    }

    private void attemptEnded(T item, AuthleteException failure) {
        if (failure == null || progress.deletedBefore(failure)) {
            finish(item, null);
            return;
        }
        Optional<Duration> pauseBefore = progress.pauseAfter(failure);
        if (pauseBefore.isEmpty()) {
            finish(null, failure.withCall(progress.summary(failure.call())));
        } else if (pauseBefore.get().toMillis() == 0) {
            repeat.run();
        } else {
            pause = Timers.after(pauseBefore.get(), repeat);
            if (ended.get()) {
                pause.cancel(false);
            }
        }
    }

    private void finish(T item, AuthleteException failure) {
        if (ended.compareAndSet(false, true)) {
            underWay.remove(stop);
            observed.callEnded(item, failure, false);
            caller.run(() -> {
                if (failure == null) {
                    emitter.complete(item);
                } else {
                    emitter.fail(failure);
                }
            });
        }
    }

    /** @return whether the call had not ended before */
    private boolean abandon() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        underWay.remove(stop);
        if (pause != null) {
            pause.cancel(false);
        }
        if (attempt != null) {
            attempt.cancel();
        }
        return true;
    }
}
