package io.quarkiverse.authlete.runtime.devui;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.inject.Default;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The services that the application injects or that are configured, as the Dev UI shows them.
 *
 * @param injected the names of the services that the application injects
 * @param emulated the names of those that the emulator stands in for
 */
public record DevUiServices(Set<String> injected, Set<String> emulated, ServiceSettingsReader settings) {

    List<DevUiService> all() {
        Set<String> names = new TreeSet<>(injected);
        names.addAll(emulated);
        names.addAll(settings.configured());
        if (names.isEmpty()) {
            names.add(DEFAULT_SERVICE);
        }
        return names.stream().map(this::describe).toList();
    }

    /** @throws ConfigurationException if there is no such service, or it is inactive */
    DevUiService active(String name) {
        DevUiService service = all().stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> new ConfigurationException("There is no Authlete service '" + name + "'."));
        if (service.inactive() != null) {
            throw new ConfigurationException(service.inactive());
        }
        return service;
    }

    /** @return the emulator that stands in for an active service; empty if none does */
    Optional<AuthleteEmulator> emulator(String name) {
        if (!active(name).emulated()) {
            return Optional.empty();
        }
        Annotation qualifier = name.equals(DEFAULT_SERVICE) ? Default.Literal.INSTANCE
                : AuthleteServiceName.Literal.of(name);
        return Optional.of(Arc.container().instance(AuthleteEmulator.class, qualifier).get());
    }

    private DevUiService describe(String name) {
        Optional<String> missing = settings.missing(name);
        if (missing.isPresent()) {
            return new DevUiService(name, null, null, emulated.contains(name), missing.get());
        }
        try {
            ServiceSettings service = settings.read(name);
            return new DevUiService(name, service.url().toString(), service.serviceId(), emulated.contains(name), null);
        } catch (ConfigurationException e) {
            return new DevUiService(name, null, null, emulated.contains(name), e.getMessage());
        }
    }
}
