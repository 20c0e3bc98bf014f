package io.quarkiverse.authlete.runtime.call;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.authlete.RetryPolicy;

/**
 * When and how often a failed request is retried, complete. Without a {@code maxElapsedTime} only the total timeout counts.
 */
record RetrySettings(
        boolean enabled,
        int maxRetries,
        Duration initialInterval,
        Duration maxInterval,
        double exponent,
        double jitter,
        Optional<Duration> maxElapsedTime,
        Set<Integer> statusCodes,
        boolean connectionErrors) {

    RetrySettings with(RetryPolicy policy) {
        return new RetrySettings(policy.enabled(),
                requireNonNullElse(policy.maxRetries(), maxRetries),
                requireNonNullElse(policy.initialInterval(), initialInterval),
                requireNonNullElse(policy.maxInterval(), maxInterval),
                requireNonNullElse(policy.exponent(), exponent),
                requireNonNullElse(policy.jitter(), jitter),
                Optional.ofNullable(policy.maxElapsedTime()).or(() -> maxElapsedTime),
                requireNonNullElse(policy.statusCodes(), statusCodes),
                requireNonNullElse(policy.retryConnectionErrors(), connectionErrors));
    }

    Backoff backoff() {
        return new Backoff(initialInterval, maxInterval, exponent, jitter);
    }
}
