package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.observation.ObservedCall;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * One call: an attempt, and others after waits where {@link CallProgress} allows them. It ends once: with an answer, a
 * failure, a cancellation or the application. All of it happens on one event loop, so that nothing is shared between threads
 * but whether it has ended, and nothing waits for a worker thread.
 */
final class Call<T> {

    private static final long NO_TIMER = -1;

    private final CallProgress progress;
    private final ObservedCall observed;
    private final ServiceCalls service;
    private final Context loop;
    private final CallEnd<T> end;
    private final Sequel<T> sequel;
    private final Runnable startAttempt;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Request<?> request;
    private volatile Attempt<?> attempt;
    private AuthleteException lastFailure;
    private long timer = NO_TIMER;

    /** @param end takes the end of the call; on its event loop, unless the application stops */
    @SuppressWarnings("unchecked")
    Call(ServiceCalls service, Request<T> request, CallProgress progress, ObservedCall observed, Context loop,
            CallEnd<T> end) {
        this.request = request;
        this.sequel = (Sequel<T>) request.sequel();
        this.progress = progress;
        this.observed = observed;
        this.service = service;
        this.loop = loop;
        this.end = end;
        // The provider of the API token belongs to the application: it runs in the contexts of the caller.
        this.startAttempt = progress.mayFetchCredentials() ? Infrastructure.decorate((Runnable) this::attempt) : this::attempt;
    }

    void start() {
        service.inFlight().add(this);
        onLoop(startAttempt);
    }

    /** Ends the call because nobody waits for it any more. */
    void cancel() {
        if (ended.compareAndSet(false, true)) {
            service.inFlight().remove(this);
            onLoop(() -> {
                abandon();
                observed.callEnded(null, null, true);
            });
        }
    }

    /** Ends the call because the application stops: its event loop may be gone before it could do that. */
    void stop() {
        if (ended.compareAndSet(false, true)) {
            AuthleteException failure = endedBy(null, "The application is stopping");
            loop.runOnContext(now -> abandon());
            observed.callEnded(null, failure, false);
            end.ended(null, failure);
        }
    }

    private void attempt() {
        attempt(request);
    }

    private <R> void attempt(Request<R> request) {
        Attempt<R> next = new Attempt<>();
        attempt = next;
        // After that, so that a call that is stopped now knows of the attempt, or there is none.
        if (ended.get()) {
            return;
        }
        if (service.guards().mayQueue()) {
            Duration limit = progress.remaining();
            schedule(limit, () -> timedOut(next, limit));
        }
        CompletionStage<R> answer;
        try {
            answer = service.guards().protect(request.endpoint().operation(), step -> loop.runOnContext(now -> step.run()),
                    () -> send(request, next));
        } catch (Throwable e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((item, failure) -> onLoop(() -> attemptEnded(next, item, failure)));
    }

    /** Called by the guards when they let the call through. */
    private <R> CompletionStage<R> send(Request<R> request, Attempt<R> next) {
        onLoop(() -> {
            if (next.isDone()) {
                return;
            }
            progress.attemptStarts();
            try {
                next.begin(observed.attemptStarts(request.endpoint().operation()), progress.attemptLimit(),
                        progress.answerLimit(), lastFailure);
                watch(next);
                service.transport().send(request, next);
            } catch (Throwable e) {
                next.giveUp(e);
            }
        });
        return next;
    }

    /** The time limit changes with what has happened; a new timer each time would cost more than to look again. */
    private void watch(Attempt<?> watched) {
        schedule(watched.remaining(), () -> {
            if (watched.remaining().compareTo(Duration.ZERO) > 0) {
                watch(watched);
            } else {
                timedOut(watched, watched.limitReached());
            }
        });
    }

    private void timedOut(Attempt<?> late, Duration limit) {
        AuthleteException timeout = service.failures().timeout(request.info(), limit, late.isSent());
        late.giveUp(timeout);
        // If the guards have not let it through yet, they do not tell of its end.
        attemptEnded(late, null, timeout);
    }

    private void attemptEnded(Attempt<?> last, Object item, Throwable thrown) {
        if (attempt != last || ended.get()) {
            return;
        }
        cancelTimer();
        AuthleteException failure = thrown == null ? null : classify(thrown, last);
        observed.attemptEnded(item, failure, false, last.status());
        if (failure == null || progress.deletedBefore(failure)) {
            requestEnded(item, null);
            return;
        }
        lastFailure = failure;
        Optional<Duration> wait = progress.waitAfter(failure);
        // Not before, so that a call that is stopped now knows the outcome of the attempt.
        attempt = null;
        if (wait.isEmpty()) {
            requestEnded(null, failure);
        } else if (wait.get().toMillis() == 0) {
            startAttempt.run();
        } else {
            observed.waits(wait.get(), failure);
            schedule(wait.get(), startAttempt);
        }
    }

    @SuppressWarnings("unchecked")
    private void requestEnded(Object item, AuthleteException failure) {
        if (sequel == null) {
            finish((T) item, failure);
            return;
        }
        Sequel.Next<T> next = sequel.after(item, failure, progress.worst());
        if (next.request() == null) {
            finish(next.answer(), next.failure());
            return;
        }
        attempt = null;
        lastFailure = null;
        request = next.request();
        progress.goOn(request.info(), request.before());
        startAttempt.run();
    }

    private void finish(T item, AuthleteException last) {
        if (ended.compareAndSet(false, true)) {
            AuthleteException failure = last == null ? null : summarized(last);
            service.inFlight().remove(this);
            observed.callEnded(item, failure, false);
            end.ended(item, failure);
        }
    }

    /** Ends the attempt in flight, and gives back what the guards have lent to it. */
    private void abandon() {
        cancelTimer();
        Attempt<?> last = attempt;
        attempt = null;
        if (last != null) {
            last.giveUp(new CancellationException());
            observed.attemptEnded(null, null, true, last.status());
        }
    }

    /** @return the failure of a call that ends now, between attempts or in the middle of one */
    private AuthleteException endedBy(Throwable cause, String reason) {
        Attempt<?> last = attempt;
        return summarized(service.failures().other(request.info(), cause, last != null && last.settle(), reason));
    }

    private AuthleteException summarized(AuthleteException last) {
        AuthleteException failure = last.withCall(progress.summary(last.call()));
        return sequel == null ? failure : sequel.unfinished(failure);
    }

    private AuthleteException classify(Throwable thrown, Attempt<?> last) {
        if (thrown instanceof AuthleteException known) {
            return known;
        }
        AuthleteException refusal = CallGuards.refusal(thrown, service.failures(), request.info());
        return refusal != null ? refusal
                : service.failures().other(request.info(), thrown, last.isSent(),
                        "The call failed unexpectedly: " + thrown.getClass().getName());
    }

    private void schedule(Duration delay, Runnable step) {
        cancelTimer();
        timer = loop.owner().setTimer(Math.max(1, delay.plusNanos(999_999).toMillis()), now -> {
            timer = NO_TIMER;
            run(step);
        });
    }

    private void cancelTimer() {
        if (timer != NO_TIMER) {
            loop.owner().cancelTimer(timer);
            timer = NO_TIMER;
        }
    }

    private void onLoop(Runnable step) {
        if (Vertx.currentContext() == loop && Context.isOnEventLoopThread()) {
            run(step);
        } else {
            loop.runOnContext(now -> run(step));
        }
    }

    /** Whatever goes wrong in a step, such as an {@code Error} of a class that can't be loaded, the call ends. */
    private void run(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            if (ended.get()) {
                throw e;
            }
            AuthleteException failure = endedBy(e, "The call failed unexpectedly: " + e.getClass().getName());
            abandon();
            finish(null, failure);
        }
    }
}
