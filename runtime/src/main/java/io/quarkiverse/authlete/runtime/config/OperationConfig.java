package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithName;

/** Overrides for one operation. */
@ConfigGroup
public interface OperationConfig {

    /**
     * The timeout of a whole call of this operation; overrides `total-timeout` of the service.
     */
    Optional<Duration> totalTimeout();

    /**
     * The timeout of each request of this operation; overrides `attempt-timeout` of the service.
     */
    Optional<Duration> attemptTimeout();

    /**
     * Whether failed requests of this operation are retried; overrides `retry.enabled` of the service.
     */
    @WithName("retry.enabled")
    Optional<Boolean> retryEnabled();

    /**
     * The maximum number of retries of this operation; overrides `retry.max-retries` of the service.
     */
    @WithName("retry.max-retries")
    OptionalInt maxRetries();
}
