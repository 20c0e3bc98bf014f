package io.quarkiverse.authlete.runtime.config;

import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Limits the requests to a service that are in flight at the same time. */
@ConfigGroup
public interface BulkheadConfig {

    /**
     * The maximum number of requests in flight. Without it, there is no bulkhead.
     */
    OptionalInt limit();

    /**
     * The maximum number of requests that wait for a place. Further requests fail immediately, and are not sent.
     */
    @WithDefault("100")
    int queueSize();
}
