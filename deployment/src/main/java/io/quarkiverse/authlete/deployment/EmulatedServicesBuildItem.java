package io.quarkiverse.authlete.deployment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** @return the names of the services; none if dev services are turned off */
    static Set<String> names(Optional<EmulatedServicesBuildItem> emulated) {
        return emulated.stream().flatMap(item -> item.services.stream()).map(DevService::name).collect(Collectors.toSet());
    }
}
