package io.quarkiverse.authlete.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** The audit trail. */
@ConfigGroup
public interface AuditConfig {

    /**
     * Whether to record each create, update, revoke and delete of all services, with the principal that caused it: as a line
     * in the log category `io.quarkiverse.authlete.audit`, and as a CDI event.
     */
    @WithDefault("false")
    boolean enabled();
}
