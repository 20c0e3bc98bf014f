package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import io.quarkiverse.authlete.runtime.config.AuthleteProperties;
import io.quarkus.runtime.configuration.ConfigurationException;

/** A service can't have the name of a group of settings: {@code quarkus.authlete.retry.url} is taken for one of those. */
final class ServiceNameCheck {

    private ServiceNameCheck() {
    }

    /** @throws ConfigurationException if a service can't have this name */
    static void check(String name) {
        if (AuthleteProperties.GROUPS.contains(name)) {
            throw new ConfigurationException("@AuthleteServiceName(\"" + name + "\"): a service can't have this name, as the"
                    + " properties " + property(name, "*") + " have another meaning. Choose another name.");
        }
    }
}
