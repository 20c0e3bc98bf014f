package io.quarkiverse.authlete.runtime.faulttolerance;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Time limits and pauses. */
final class Timers {

    private Timers() {
    }

    /**
     * @param delay how long to wait
     * @param action what to do then, on a worker thread
     * @return can be cancelled
     */
    static Future<?> after(Duration delay, Runnable action) {
        return Infrastructure.getDefaultWorkerPool().schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
