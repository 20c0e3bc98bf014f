package io.quarkiverse.authlete.runtime.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Ends every call when the application stops: timers and event loops may then be gone before they could do it. */
final class InFlightCalls {

    private final Set<Call<?>> calls = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void add(Call<?> call) {
        calls.add(call);
        if (closed) {
            call.stop();
        }
    }

    void remove(Call<?> call) {
        calls.remove(call);
    }

    /** @return the same, which ends at the latest when the application stops */
    <T> Uni<T> track(Uni<T> waiting, Supplier<Throwable> whenClosed) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable stop = () -> emitter.fail(whenClosed.get());
            waits.add(stop);
            Cancellable running = waiting.subscribe().with(emitter::complete, emitter::fail);
            emitter.onTermination(() -> {
                waits.remove(stop);
                running.cancel();
            });
            if (closed) {
                stop.run();
            }
        });
    }

    void close() {
        closed = true;
        calls.forEach(Call::stop);
        waits.forEach(Runnable::run);
    }
}
