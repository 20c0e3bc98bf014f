package io.quarkiverse.authlete.runtime.observation;

import java.time.Duration;
import java.util.function.LongConsumer;

/** Counts what may happen often, so that a log has a line of it once a minute. */
public final class OncePerMinute {

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private long count;
    private long quietUntil;
    private boolean logged;

    /**
     * It has happened once more.
     *
     * @param log writes a line, if it is time for one; takes how often it has happened since the last one
     */
    public void count(LongConsumer log) {
        long since;
        synchronized (this) {
            count++;
            long now = System.nanoTime();
            if (logged && now - quietUntil < 0) {
                return;
            }
            logged = true;
            quietUntil = now + QUIET_NANOS;
            since = count;
            count = 0;
        }
        log.accept(since);
    }
}
