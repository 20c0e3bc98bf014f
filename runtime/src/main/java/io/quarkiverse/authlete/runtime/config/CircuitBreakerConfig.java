package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** When calls are no longer made because the last ones failed. */
@ConfigGroup
public interface CircuitBreakerConfig {

    /**
     * Whether there is a circuit breaker.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many of the last requests are looked at.
     */
    @ConfigDocDefault("20")
    OptionalInt requestVolumeThreshold();

    /**
     * The share of them that must have failed for the breaker to open. Requests that the server answered and refused have not
     * failed.
     */
    @ConfigDocDefault("0.5")
    OptionalDouble failureRatio();

    /**
     * How long the breaker stays open.
     */
    @ConfigDocDefault("5s")
    Optional<Duration> delay();

    /**
     * How many requests must then succeed in a row for it to close.
     */
    @ConfigDocDefault("1")
    OptionalInt successThreshold();
}
