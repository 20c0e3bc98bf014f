package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** How many requests are sent to a service in a time. */
@ConfigGroup
public interface RateLimitConfig {

    /**
     * How many requests are sent in one window. Further ones wait for the next window, as after a `Retry-After` of the server,
     * if time and number of retries allow.
     */
    OptionalInt limit();

    /**
     * The length of a window.
     */
    @WithDefault("1s")
    Duration window();
}
