package io.quarkiverse.authlete.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** How tokens are created. */
@ConfigGroup
public interface CreateConfig {

    /**
     * Whether the client chooses the values of new tokens. A create is idempotent then, and is retried when its answer was
     * lost.
     */
    @WithDefault("false")
    boolean exactlyOnce();
}
