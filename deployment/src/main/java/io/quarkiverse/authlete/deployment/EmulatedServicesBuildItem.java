package io.quarkiverse.authlete.deployment;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The services that the emulator stands in for; not there if dev services are turned off. */
final class EmulatedServicesBuildItem extends SimpleBuildItem {

    private final List<DevService> services;

    EmulatedServicesBuildItem(List<DevService> services) {
        this.services = List.copyOf(services);
    }

    List<DevService> services() {
        return services;
    }
}
