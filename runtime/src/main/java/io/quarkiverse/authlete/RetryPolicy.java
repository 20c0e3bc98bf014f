package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a failed request is retried. Whatever is not set is as configured under {@code quarkus.authlete.retry.*}.
 * No policy retries a request that could take effect twice: a create whose outcome is unknown is never retried.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class RetryPolicy {

    RetryPolicy() {
    }

    /** Whether failed requests are retried at all; {@code true} if not set, whatever is configured. */
    public abstract boolean enabled();

    /** How often a request is retried at most, 0 or more. */
    public abstract @Nullable Integer maxRetries();

    /** The backoff before the first retry, not negative. */
    public abstract @Nullable Duration initialInterval();

    /** The longest backoff, before jitter; not negative. */
    public abstract @Nullable Duration maxInterval();

    /** The factor by which the backoff grows from one retry to the next, 1 or more. */
    public abstract @Nullable Double exponent();

    /** The share by which a backoff varies at random, 0 to 1. */
    public abstract @Nullable Double jitter();

    /** How long after the start of the call a retry may begin; the timeout of the call limits it too. */
    public abstract @Nullable Duration maxElapsedTime();

    /** Whether a request is retried that got no answer, or one that can't be read. */
    public abstract @Nullable Boolean retryConnectionErrors();

    /** The HTTP statuses after which a request is retried, from 300 to 599. */
    public abstract @Nullable Set<Integer> statusCodes();

    /** @return a policy that retries nothing */
    public static RetryPolicy none() {
        return builder().enabled(false).build();
    }

    /** @return a builder of a policy that retries with exponential backoff */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    void check() {
        Limits.check(maxRetries() == null || maxRetries() >= 0, "maxRetries must not be negative");
        Limits.checkIfSet(Duration.ZERO, "initialInterval", initialInterval());
        Limits.checkIfSet(Duration.ZERO, "maxInterval", maxInterval());
        Limits.checkBackoff(exponent(), jitter());
        Limits.checkIfSet(Duration.ZERO, "maxElapsedTime", maxElapsedTime());
        Limits.check(statusCodes() == null || statusCodes().stream().allMatch(code -> code >= 300 && code <= 599),
                "statusCodes must be from 300 to 599");
    }

    /** Builds a {@link RetryPolicy}. */
    public static final class Builder extends ImmutableRetryPolicy.Builder {

        Builder() {
            enabled(true);
        }

        /** The factor by which the backoff grows from one retry to the next, 1 or more. */
        public Builder exponent(double exponent) {
            return exponent((Double) exponent);
        }

        /** The share by which a backoff varies at random, 0 to 1. */
        public Builder jitter(double jitter) {
            return jitter((Double) jitter);
        }

        /** The HTTP statuses after which a request is retried. */
        public Builder statusCodes(int... statusCodes) {
            return statusCodes(Arrays.stream(statusCodes).boxed().collect(Collectors.toSet()));
        }
    }
}
