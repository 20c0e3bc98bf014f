package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Limits the requests to a service in each window of time. */
@ConfigGroup
public interface RateLimitConfig {

    /**
     * The maximum number of requests in one window. Without it, there is no rate limit. A request over the limit is delayed to
     * the next window, which counts as one retry; without retries left, or without enough time, the call fails.
     */
    OptionalInt limit();

    /**
     * The length of a window.
     */
    @WithDefault("1s")
    Duration window();
}
