package io.quarkiverse.authlete.runtime.health;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.HealthConfig;
import io.quarkiverse.authlete.runtime.rest.HealthcheckApi;
import io.quarkiverse.authlete.runtime.rest.TokenApiFactory;
import io.smallrye.mutiny.Uni;

/**
 * Probes the services. Each has a client of its own for that: a busy connection pool must not look like a broken server,
 * and probes neither count for the circuit breakers nor appear among the calls of the application.
 */
@Singleton
public class ServiceProbes {

    private static final Logger LOG = Logger.getLogger(ServiceProbes.class);

    private final TokenApiFactory apis;
    private final HealthConfig.Probe config;
    private final Map<String, ServiceProbe> probes = new ConcurrentHashMap<>();
    private final Map<String, HealthcheckApi> clients = new ConcurrentHashMap<>();

    ServiceProbes(TokenApiFactory apis, AuthleteRuntimeConfig config) {
        this.apis = apis;
        this.config = config.health().active();
    }

    /**
     * @param service the name of a configured service
     * @return how its last probe ended, {@code null} if it is not probed
     */
    Uni<ServiceProbe.Result> result(String service) {
        return config.enabled() ? probes.computeIfAbsent(service, this::create).result() : Uni.createFrom().nullItem();
    }

    private ServiceProbe create(String service) {
        return new ServiceProbe(() -> clients.computeIfAbsent(service,
                name -> apis.createHealthcheck(name, config.timeout())), config);
    }

    @PreDestroy
    void close() {
        clients.forEach((service, client) -> {
            try {
                ((Closeable) client).close();
            } catch (IOException e) {
                LOG.warnf(e, "The client of the probe of the Authlete service '%s' could not be closed", service);
            }
        });
    }
}
