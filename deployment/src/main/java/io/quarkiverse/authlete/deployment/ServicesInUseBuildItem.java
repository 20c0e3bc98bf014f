package io.quarkiverse.authlete.deployment;

import io.quarkiverse.authlete.runtime.config.ServicesInUse;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The services that the application may call: what it injects, and what it can look up in the configuration of that run. */
final class ServicesInUseBuildItem extends SimpleBuildItem {

    private final RuntimeValue<ServicesInUse> services;

    ServicesInUseBuildItem(RuntimeValue<ServicesInUse> services) {
        this.services = services;
    }

    RuntimeValue<ServicesInUse> services() {
        return services;
    }
}
