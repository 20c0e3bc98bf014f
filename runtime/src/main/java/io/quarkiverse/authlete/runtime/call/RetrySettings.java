package io.quarkiverse.authlete.runtime.call;

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
                policy.maxRetries().orElse(maxRetries),
                policy.initialInterval().orElse(initialInterval),
                policy.maxInterval().orElse(maxInterval),
                policy.exponent().orElse(exponent),
                policy.jitter().orElse(jitter),
                policy.maxElapsedTime().or(() -> maxElapsedTime),
                policy.statusCodes().orElse(statusCodes),
                policy.retryConnectionErrors().orElse(connectionErrors));
    }

    Backoff backoff() {
        return new Backoff(initialInterval, maxInterval, exponent, jitter);
    }
}
