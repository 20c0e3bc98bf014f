package io.quarkiverse.authlete.runtime.faulttolerance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Ends every call when the application stops: timers and event loops may then be gone before they could do it. */
final class CallsUnderWay {

    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param call a call
     * @param whenClosed the failure of the call if the application stops
     * @return the call, which ends at the latest when the application stops
     */
    <T> Uni<T> track(Uni<T> call, Supplier<Throwable> whenClosed) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable ending = () -> emitter.fail(whenClosed.get());
            endings.add(ending);
            Cancellable running = call.onTermination().invoke(() -> endings.remove(ending))
                    .subscribe().with(emitter::complete, emitter::fail);
            emitter.onTermination(running::cancel);
            if (closed) {
                ending.run();
            }
        });
    }

    void close() {
        closed = true;
        endings.forEach(Runnable::run);
        endings.clear();
    }
}
