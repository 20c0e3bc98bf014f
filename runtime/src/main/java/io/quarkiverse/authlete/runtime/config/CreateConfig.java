package io.quarkiverse.authlete.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** How tokens are created. */
@ConfigGroup
public interface CreateConfig {

    /**
     * Whether the client chooses the values of new tokens, so that it can retry a create whose answer was lost: there can be
     * only one token with a value.
     */
    @WithDefault("false")
    boolean exactlyOnce();
}
