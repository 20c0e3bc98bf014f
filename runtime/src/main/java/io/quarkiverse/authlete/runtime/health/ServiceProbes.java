package io.quarkiverse.authlete.runtime.health;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.HealthConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.restclient.TokenApiFactory;
import io.smallrye.mutiny.Uni;

/**
 * Probes the services. Each has a client of its own for that: a busy connection pool must not look like a broken server,
 * and probes neither count for the circuit breakers nor appear among the calls of the application.
 */
@Singleton
public class ServiceProbes {

    private static final Logger LOG = Logger.getLogger(ServiceProbes.class);

    /** Matches no token, so that the server has little to do and shows nothing. */
    private static final String SUBJECT = "quarkus-authlete-health-check";

    private final TokenApiFactory apis;
    private final ServiceSettingsReader settings;
    private final HealthConfig.Probe config;
    private final Map<String, ServiceProbe> probes = new ConcurrentHashMap<>();
    private final Map<String, TokenApi> clients = new ConcurrentHashMap<>();

    ServiceProbes(TokenApiFactory apis, ServiceSettingsReader settings, AuthleteRuntimeConfig config) {
        this.apis = apis;
        this.settings = settings;
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
        String serviceId = settings.read(service).serviceId();
        return new ServiceProbe(() -> clients.computeIfAbsent(service, apis::createUnmetered),
                api -> api.list(serviceId, null, SUBJECT, 0, 1, null, Map.of()),
                config);
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
