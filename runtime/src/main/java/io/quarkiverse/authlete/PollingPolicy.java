package io.quarkiverse.authlete;

import java.time.Duration;

/**
 * How to wait for something that goes on at the server: how often to ask, and for how long. The first question is asked at
 * once; then the pauses grow from the initial interval to the longest one. Begin with {@link #within(Duration)} or
 * {@link #defaults()}; each of the other methods returns another policy.
 *
 * @param timeout how long to wait in all, at least a millisecond
 * @param initialInterval the first pause, at least a millisecond
 * @param maxInterval the longest pause, at least a millisecond
 * @param exponent by what a pause grows to the next, 1 or more
 * @param jitter by what share of itself a pause is made shorter or longer at random, 0 to 1
 */
public record PollingPolicy(Duration timeout, Duration initialInterval, Duration maxInterval, double exponent, double jitter) {

    private static final PollingPolicy DEFAULTS = new PollingPolicy(Duration.ofMinutes(5), Duration.ofMillis(500),
            Duration.ofSeconds(10), 1.5, 0.25);

    public PollingPolicy {
        Durations.atLeast(Durations.MILLISECOND, "timeout", timeout);
        Durations.atLeast(Durations.MILLISECOND, "initialInterval", initialInterval);
        Durations.atLeast(Durations.MILLISECOND, "maxInterval", maxInterval);
        check(exponent >= 1 && Double.isFinite(exponent), "exponent must be 1 or more");
        check(jitter >= 0 && jitter <= 1, "jitter must be from 0 to 1");
    }

    /** @return up to 5 minutes, with pauses that grow by half from 500 ms to 10 s, a quarter shorter or longer at random */
    public static PollingPolicy defaults() {
        return DEFAULTS;
    }

    /**
     * @param timeout how long to wait in all
     * @return the defaults with this time limit
     */
    public static PollingPolicy within(Duration timeout) {
        return new PollingPolicy(timeout, DEFAULTS.initialInterval, DEFAULTS.maxInterval, DEFAULTS.exponent, DEFAULTS.jitter);
    }

    /**
     * @param initialInterval the first pause
     * @return a policy with that
     */
    public PollingPolicy initialInterval(Duration initialInterval) {
        return new PollingPolicy(timeout, initialInterval, maxInterval, exponent, jitter);
    }

    /**
     * @param maxInterval the longest pause
     * @return a policy with that
     */
    public PollingPolicy maxInterval(Duration maxInterval) {
        return new PollingPolicy(timeout, initialInterval, maxInterval, exponent, jitter);
    }

    /**
     * @param exponent by what a pause grows to the next; 1 for pauses that stay the same
     * @return a policy with that
     */
    public PollingPolicy exponent(double exponent) {
        return new PollingPolicy(timeout, initialInterval, maxInterval, exponent, jitter);
    }

    /**
     * @param jitter by what share of itself a pause is made shorter or longer at random
     * @return a policy with that
     */
    public PollingPolicy jitter(double jitter) {
        return new PollingPolicy(timeout, initialInterval, maxInterval, exponent, jitter);
    }

    private static void check(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
