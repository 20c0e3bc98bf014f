package io.quarkiverse.authlete;

import java.time.Duration;

import org.immutables.value.Value;

/**
 * How to wait for something that goes on at the server: how often to ask, and for how long. The first question is asked at
 * once; then the pauses grow from the initial interval to the longest one.
 */
@Value.Immutable
public abstract class PollingPolicy {

    PollingPolicy() {
    }

    /** How long to wait in all, at least a millisecond; 5 minutes if not set. */
    public abstract Duration timeout();

    /** The first pause, at least a millisecond; 500 ms if not set. */
    public abstract Duration initialInterval();

    /** The longest pause, at least a millisecond; 10 s if not set. */
    public abstract Duration maxInterval();

    /** By what a pause grows to the next, 1 or more; 1.5 if not set. */
    public abstract double exponent();

    /** By what share of itself a pause is made shorter or longer at random, 0 to 1; 0.25 if not set. */
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
