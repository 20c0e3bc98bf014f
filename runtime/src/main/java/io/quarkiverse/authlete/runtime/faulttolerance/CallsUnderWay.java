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

    /** @param ending ends a call that starts; run at once if the application has stopped */
    void add(Runnable ending) {
        endings.add(ending);
        if (closed) {
            ending.run();
        }
    }

    /** @param ending that of a call that has ended */
    void remove(Runnable ending) {
        endings.remove(ending);
    }

    /**
     * @param waiting something that takes its time between calls
     * @param whenClosed its failure if the application stops
     * @return the same, which ends at the latest when the application stops
     */
    <T> Uni<T> track(Uni<T> waiting, Supplier<Throwable> whenClosed) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable ending = () -> emitter.fail(whenClosed.get());
            add(ending);
            Cancellable running = waiting.subscribe().with(emitter::complete, emitter::fail);
            emitter.onTermination(() -> {
                remove(ending);
                running.cancel();
            });
        });
    }

    void close() {
        closed = true;
        endings.forEach(Runnable::run);
        endings.clear();
    }
}
