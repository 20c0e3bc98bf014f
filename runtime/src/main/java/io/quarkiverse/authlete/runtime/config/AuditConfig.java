package io.quarkiverse.authlete.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** The audit trail. */
@ConfigGroup
public interface AuditConfig {

    /**
     * Whether each create, update, revoke and delete is recorded, with the principal for whom it was made: as a line in the
     * log category `io.quarkiverse.authlete.audit`, and as a CDI event. Holds for all services.
     */
    @WithDefault("false")
    boolean enabled();
}
