package io.quarkiverse.authlete;

import java.time.Duration;

import org.immutables.value.Value;

/**
 * How often to poll for something that continues at the server, and for how long. The first poll is made at once; then the
 * intervals grow from the initial to the longest one.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class PollingPolicy {

    PollingPolicy() {
    }

    /** How long to wait in all, at least a millisecond; 5 minutes if not set. */
    public abstract Duration timeout();

    /** The interval after the first poll, at least a millisecond; 500 ms if not set. */
    public abstract Duration initialInterval();

    /** The longest interval, before jitter, at least a millisecond; 10 s if not set. */
    public abstract Duration maxInterval();

    /** The factor by which intervals grow, 1 or more; 1.5 if not set. */
    public abstract double exponent();

    /** The share by which an interval varies at random, 0 to 1; 0.25 if not set. */
    public abstract double jitter();

    /** @return a policy in which nothing is set */
    public static PollingPolicy defaults() {
        return builder().build();
    }

    /**
     * @param timeout how long to wait in all
     * @return a policy in which nothing else is set
     */
    public static PollingPolicy within(Duration timeout) {
        return builder().timeout(timeout).build();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    void check() {
        Limits.check(Limits.MILLISECOND, "timeout", timeout());
        Limits.check(Limits.MILLISECOND, "initialInterval", initialInterval());
        Limits.check(Limits.MILLISECOND, "maxInterval", maxInterval());
        Limits.checkBackoff(exponent(), jitter());
    }

    /** Builds a {@link PollingPolicy}. */
    public static final class Builder extends ImmutablePollingPolicy.Builder {

        Builder() {
            timeout(Duration.ofMinutes(5)).initialInterval(Duration.ofMillis(500)).maxInterval(Duration.ofSeconds(10));
            exponent(1.5).jitter(0.25);
        }
    }
}
