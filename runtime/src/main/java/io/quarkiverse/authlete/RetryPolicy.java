package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * When and how often a failed request is repeated. Whatever is not set is as configured under
 * {@code quarkus.authlete.retry.*}. No policy repeats a request that could take effect twice: a create whose outcome is
 * unknown is never repeated.
 */
public final class RetryPolicy {

    private static final RetryPolicy NONE = new RetryPolicy(false, new Builder());

    private final boolean enabled;
    private final Integer maxRetries;
    private final Duration initialInterval;
    private final Duration maxInterval;
    private final Double exponent;
    private final Double jitter;
    private final Duration maxElapsedTime;
    private final Boolean retryConnectionErrors;
    private final Set<Integer> statusCodes;

    private RetryPolicy(boolean enabled, Builder builder) {
        this.enabled = enabled;
        this.maxRetries = builder.maxRetries;
        this.initialInterval = builder.initialInterval;
        this.maxInterval = builder.maxInterval;
        this.exponent = builder.exponent;
        this.jitter = builder.jitter;
        this.maxElapsedTime = builder.maxElapsedTime;
        this.retryConnectionErrors = builder.retryConnectionErrors;
        this.statusCodes = builder.statusCodes;
    }

    /** @return a policy that repeats nothing */
    public static RetryPolicy none() {
        return NONE;
    }

    /** @return a builder of a policy with exponential backoff */
    public static Builder backoff() {
        return new Builder();
    }

    /** @return whether failed requests are repeated at all */
    public boolean enabled() {
        return enabled;
    }

    /** @return how often a request is repeated at most */
    public OptionalInt maxRetries() {
        return maxRetries == null ? OptionalInt.empty() : OptionalInt.of(maxRetries);
    }

    /** @return the pause before the first repeat */
    public Optional<Duration> initialInterval() {
        return Optional.ofNullable(initialInterval);
    }

    /** @return the longest pause, before the jitter */
    public Optional<Duration> maxInterval() {
        return Optional.ofNullable(maxInterval);
    }

    /** @return by what the pause grows from one repeat to the next */
    public OptionalDouble exponent() {
        return exponent == null ? OptionalDouble.empty() : OptionalDouble.of(exponent);
    }

    /** @return by what share of itself a pause is made shorter or longer at random */
    public OptionalDouble jitter() {
        return jitter == null ? OptionalDouble.empty() : OptionalDouble.of(jitter);
    }

    /** @return how long after the start of the call a repeat may begin */
    public Optional<Duration> maxElapsedTime() {
        return Optional.ofNullable(maxElapsedTime);
    }

    /** @return whether a request is repeated that got no answer, or one that can't be read */
    public Optional<Boolean> retryConnectionErrors() {
        return Optional.ofNullable(retryConnectionErrors);
    }

    /** @return the HTTP statuses after which a request is repeated */
    public Optional<Set<Integer>> statusCodes() {
        return Optional.ofNullable(statusCodes);
    }

    /** Builds a {@link RetryPolicy}. */
    public static final class Builder {

        private Integer maxRetries;
        private Duration initialInterval;
        private Duration maxInterval;
        private Double exponent;
        private Double jitter;
        private Duration maxElapsedTime;
        private Boolean retryConnectionErrors;
        private Set<Integer> statusCodes;

        private Builder() {
        }

        /**
         * @param maxRetries how often a request is repeated at most; 0 or more
         * @return this
         */
        public Builder maxRetries(int maxRetries) {
            check(maxRetries >= 0, "maxRetries must not be negative");
            this.maxRetries = maxRetries;
            return this;
        }

        /**
         * @param initialInterval the pause before the first repeat
         * @return this
         */
        public Builder initialInterval(Duration initialInterval) {
            this.initialInterval = Durations.atLeast(Duration.ZERO, "initialInterval", initialInterval);
            return this;
        }

        /**
         * @param maxInterval the longest pause, before the jitter
         * @return this
         */
        public Builder maxInterval(Duration maxInterval) {
            this.maxInterval = Durations.atLeast(Duration.ZERO, "maxInterval", maxInterval);
            return this;
        }

        /**
         * @param exponent by what the pause grows from one repeat to the next; 1 or more
         * @return this
         */
        public Builder exponent(double exponent) {
            check(exponent >= 1 && Double.isFinite(exponent), "exponent must be 1 or more");
            this.exponent = exponent;
            return this;
        }

        /**
         * @param jitter by what share of itself a pause is made shorter or longer at random, 0 to 1
         * @return this
         */
        public Builder jitter(double jitter) {
            check(jitter >= 0 && jitter <= 1, "jitter must be from 0 to 1");
            this.jitter = jitter;
            return this;
        }

        /**
         * @param maxElapsedTime how long after the start of the call a repeat may begin; the timeout of the call bounds it too
         * @return this
         */
        public Builder maxElapsedTime(Duration maxElapsedTime) {
            this.maxElapsedTime = Durations.atLeast(Duration.ZERO, "maxElapsedTime", maxElapsedTime);
            return this;
        }

        /**
         * @param retryConnectionErrors whether a request is repeated that got no answer, or one that can't be read
         * @return this
         */
        public Builder retryConnectionErrors(boolean retryConnectionErrors) {
            this.retryConnectionErrors = retryConnectionErrors;
            return this;
        }

        /**
         * @param statusCodes the HTTP statuses after which a request is repeated
         * @return this
         */
        public Builder statusCodes(int... statusCodes) {
            Set<Integer> codes = new TreeSet<>();
            for (int code : statusCodes) {
                check(code >= 300 && code <= 599, "statusCodes must be from 300 to 599");
                codes.add(code);
            }
            this.statusCodes = Set.copyOf(codes);
            return this;
        }

        /** @return the policy */
        public RetryPolicy build() {
            return new RetryPolicy(true, this);
        }

        private static void check(boolean valid, String message) {
            if (!valid) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
