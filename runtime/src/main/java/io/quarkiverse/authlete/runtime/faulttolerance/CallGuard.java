package io.quarkiverse.authlete.runtime.faulttolerance;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * What calls share: circuit breaker, rate limit and bulkhead. Timeouts and repeats are not left to the {@link Guard},
 * because it does not pass a cancellation on to the request.
 */
final class CallGuard {

    private final Guard guard;

    CallGuard(Guard guard) {
        this.guard = guard;
    }

    /**
     * @param action makes the call
     * @return the guarded call; cancelling it cancels the action and gives back what the guard has lent to it
     */
    <T> Uni<T> protect(Supplier<Uni<T>> action) {
        return Uni.createFrom().emitter(emitter -> {
            GuardedAction<T> guarded = new GuardedAction<>(action);
            emitter.onTermination(guarded::cancel);
            guard.get(guarded::start, new TypeLiteral<Uni<T>>() {
            }).subscribe().with(emitter::complete, emitter::fail);
        });
    }

    /** The action, kept at hand so that it can be cancelled although the guard stands between it and the caller. */
    private static final class GuardedAction<T> {

        private final Supplier<Uni<T>> action;
        private Cancellable running;
        private boolean cancelled;

        GuardedAction(Supplier<Uni<T>> action) {
            this.action = action;
        }

        Uni<T> start() {
            return Uni.createFrom().emitter(emitter -> {
                synchronized (this) {
                    if (cancelled) {
                        // It waited for a place in the bulkhead until nobody wanted it any more.
                        emitter.fail(new CancellationException());
                        return;
                    }
                    Cancellable sent = action.get().subscribe().with(emitter::complete, emitter::fail);
                    running = () -> {
                        sent.cancel();
                        // Ends the guard's own wait: a bulkhead would keep the place for ever.
                        emitter.fail(new CancellationException());
                    };
                }
            });
        }

        void cancel() {
            Cancellable toCancel;
            synchronized (this) {
                cancelled = true;
                toCancel = running;
                running = null;
            }
            if (toCancel != null) {
                toCancel.cancel();
            }
        }
    }
}
