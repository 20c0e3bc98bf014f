package io.quarkiverse.authlete.runtime.config;

import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** How many requests to a service are in flight at a time. */
@ConfigGroup
public interface BulkheadConfig {

    /**
     * How many requests are in flight at a time.
     */
    OptionalInt limit();

    /**
     * How many further ones wait for a place; what comes on top fails at once.
     */
    @WithDefault("100")
    int queueSize();
}
