package io.quarkiverse.authlete.runtime.dpop;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.DpopConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/** Tells which services use DPoP. All clients of a service share its key and its nonce. */
public final class DpopServices {

    private final AuthleteRuntimeConfig config;
    private final DpopSigners signers;
    private final Supplier<Vertx> vertx;
    private final Map<String, Optional<ServiceDpop>> services = new ConcurrentHashMap<>();

    DpopServices(AuthleteRuntimeConfig config, DpopSigners signers, Supplier<Vertx> vertx) {
        this.config = config;
        this.signers = signers;
        this.vertx = vertx;
    }

    /**
     * @return empty if the service uses Bearer tokens
     * @throws ConfigurationException if a property is wrong or a key can't be used; the message names the property
     */
    public Optional<ServiceDpop> of(String service) {
        return services.computeIfAbsent(service, this::create);
    }

    void close() {
        services.values().forEach(dpop -> dpop.ifPresent(ServiceDpop::close));
    }

    private Optional<ServiceDpop> create(String service) {
        DpopConfig dpop = config.services().get(service).dpop();
        if (dpop.jwk().isEmpty() && dpop.jwkFile().isEmpty() && dpop.tlsConfigurationName().isEmpty()) {
            if (dpop.algorithm().isPresent()) {
                throw new ConfigurationException(property(service, "dpop.algorithm") + " of the Authlete service '" + service
                        + "' is set, but no key: set " + property(service, "dpop.jwk") + ", "
                        + property(service, "dpop.jwk-file") + " or " + property(service, "dpop.tls-configuration-name") + ".");
            }
            return Optional.empty();
        }
        return Optional.of(new ServiceDpop(signers.create(service, dpop), vertx.get()));
    }
}
