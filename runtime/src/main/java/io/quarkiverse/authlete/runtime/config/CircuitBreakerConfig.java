package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Rejects the calls of an operation while the server fails. */
@ConfigGroup
public interface CircuitBreakerConfig {

    /**
     * Whether to use circuit breakers: one for each operation of the service.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * The size of the rolling window, in requests. Retries are requests, too.
     */
    @ConfigDocDefault("20")
    OptionalInt requestVolumeThreshold();

    /**
     * The ratio of failed requests in the window, from 0 to 1, at which the breaker opens. A request that the server refuses
     * (4xx, or an action such as {@code FORBIDDEN}) is not a failed one.
     */
    @ConfigDocDefault("0.5")
    OptionalDouble failureRatio();

    /**
     * The time that the breaker stays open.
     */
    @ConfigDocDefault("5s")
    Optional<Duration> delay();

    /**
     * The number of requests that must then succeed in a row before the breaker closes.
     */
    @ConfigDocDefault("1")
    OptionalInt successThreshold();
}
