package io.quarkiverse.authlete.runtime.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The backoff of one call: exponential, bounded, with jitter. Not thread-safe. */
public final class Backoff {

    private final double maxMillis;
    private final double exponent;
    private final double jitter;
    private double nextMillis;

    /**
     * @param max the longest backoff, before jitter
     * @param exponent by what a backoff grows to the next
     * @param jitter by what share of itself a backoff is made shorter or longer at random, 0 to 1
     */
    public Backoff(Duration initial, Duration max, double exponent, double jitter) {
        this.nextMillis = initial.toMillis();
        this.maxMillis = max.toMillis();
        this.exponent = exponent;
        this.jitter = jitter;
    }

    /** @return the next backoff */
    public Duration next() {
        double backoff = Math.min(nextMillis, maxMillis);
        nextMillis = Math.min(backoff * exponent, maxMillis);
        double random = jitter == 0 ? 0 : ThreadLocalRandom.current().nextDouble(-jitter, jitter);
        return Duration.ofMillis(Math.round(backoff * (1 + random)));
    }
}
