package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The computed pauses of one call: exponential, bounded, with jitter. Not thread-safe. */
public final class Backoff {

    private final double maxMillis;
    private final double exponent;
    private final double jitter;
    private double nextMillis;

    /**
     * @param max the longest pause, before jitter
     * @param exponent by what a pause grows to the next
     * @param jitter by what share of itself a pause is made shorter or longer at random, 0 to 1
     */
    public Backoff(Duration initial, Duration max, double exponent, double jitter) {
        this.nextMillis = initial.toMillis();
        this.maxMillis = max.toMillis();
        this.exponent = exponent;
        this.jitter = jitter;
    }

    /** @return the next pause */
    public Duration next() {
        double pause = Math.min(nextMillis, maxMillis);
        nextMillis = Math.min(pause * exponent, maxMillis);
        double random = jitter == 0 ? 0 : ThreadLocalRandom.current().nextDouble(-jitter, jitter);
        return Duration.ofMillis(Math.round(pause * (1 + random)));
    }
}
