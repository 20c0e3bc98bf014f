package io.quarkiverse.authlete.runtime.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.HealthConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.transport.HealthcheckClient;
import io.quarkiverse.authlete.runtime.transport.TransportFactory;
import io.smallrye.mutiny.Uni;

/**
 * Probes the services. Each has a client of its own for that: a busy connection pool must not look like a broken server,
 * and probes neither count for the circuit breakers nor appear among the calls of the application.
 */
@Singleton
public class ServiceProbes {

    private final TransportFactory transports;
    private final ServiceSettingsReader settings;
    private final HealthConfig.Probe config;
    private final Map<String, ServiceProbe> probes = new ConcurrentHashMap<>();
    private final Map<String, HealthcheckClient> clients = new ConcurrentHashMap<>();

    ServiceProbes(TransportFactory transports, ServiceSettingsReader settings, AuthleteRuntimeConfig config) {
        this.transports = transports;
        this.settings = settings;
        this.config = config.health().active();
    }

    /** @return how its last probe ended, {@code null} if it is not probed */
    Uni<ServiceProbe.Result> result(String service) {
        return config.enabled() ? probes.computeIfAbsent(service, this::create).result() : Uni.createFrom().nullItem();
    }

    private ServiceProbe create(String service) {
        return new ServiceProbe(() -> clients.computeIfAbsent(service,
                name -> transports.createHealthcheck(settings.read(name))), config);
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HealthcheckClient::close);
    }
}
