package io.quarkiverse.authlete.runtime.config;

import java.util.Map;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import io.smallrye.config.WithUnnamedKey;

/** Settings that are read when the application starts. */
@ConfigMapping(prefix = "quarkus.authlete")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface AuthleteRuntimeConfig {

    /** The name of the service that is configured without a name. */
    String DEFAULT_SERVICE = "<default>";

    /**
     * The Authlete services: the default one directly under {@code quarkus.authlete}, others under
     * {@code quarkus.authlete."service-name"}.
     */
    @WithParentName
    @WithDefaults
    @WithUnnamedKey(DEFAULT_SERVICE)
    @ConfigDocMapKey("service-name")
    Map<String, ServiceConfig> services();

    /**
     * The readiness check.
     */
    HealthConfig health();

    /**
     * The audit trail.
     */
    AuditConfig audit();

    /**
     * @param service the name of a service
     * @param key a key of {@link ServiceConfig}, such as {@code url}
     * @return the property that configures it
     */
    static String property(String service, String key) {
        return DEFAULT_SERVICE.equals(service) ? "quarkus.authlete." + key : "quarkus.authlete.\"" + service + "\"." + key;
    }
}
