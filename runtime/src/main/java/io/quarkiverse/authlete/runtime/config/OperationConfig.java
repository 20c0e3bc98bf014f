package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithName;

/** What is different for one operation. */
@ConfigGroup
public interface OperationConfig {

    /**
     * How long a call of this operation may take in all, in place of the `total-timeout` of the service.
     */
    Optional<Duration> totalTimeout();

    /**
     * How long one request of this operation may take, in place of the `attempt-timeout` of the service.
     */
    Optional<Duration> attemptTimeout();

    /**
     * Whether failed requests of this operation are retried, in place of `retry.enabled` of the service.
     */
    @WithName("retry.enabled")
    Optional<Boolean> retryEnabled();

    /**
     * How often a request of this operation is retried at most, in place of `retry.max-retries` of the service.
     */
    @WithName("retry.max-retries")
    OptionalInt maxRetries();
}
