package io.quarkiverse.authlete.runtime.dpop;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.util.function.Supplier;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServicesInUse;
import io.quarkiverse.authlete.runtime.dpop.jose.JoseSigner;
import io.quarkiverse.authlete.runtime.dpop.jose.KeyStoreKeys;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;

/** Reads the DPoP keys when the application starts. */
@Recorder
public class DpopRecorder {

    private final RuntimeValue<AuthleteRuntimeConfig> config;

    public DpopRecorder(RuntimeValue<AuthleteRuntimeConfig> config) {
        this.config = config;
    }

    /** Called only if the library is there: a native build must not come across it otherwise. */
    public RuntimeValue<DpopSigners> jose4j(Supplier<TlsConfigurationRegistry> registry, Supplier<Vertx> vertx) {
        return new RuntimeValue<>((service, dpop) -> JoseSigner.of(service, dpop,
                name -> registry.get().get(name).map(configuration -> KeyStoreKeys.of(configuration, vertx.get()))
                        .orElse(null)));
    }

    public RuntimeValue<DpopSigners> noLibrary() {
        return new RuntimeValue<>((service, dpop) -> {
            throw new ConfigurationException(property(service, "dpop") + ".* of the Authlete service '" + service
                    + "' needs a library that the application does not have: add the dependency org.bitbucket.b_c:jose4j.");
        });
    }

    /** Fails the start of the application if a key of a service in use can't be used. */
    public RuntimeValue<DpopServices> read(RuntimeValue<ServicesInUse> services, RuntimeValue<DpopSigners> signers,
            Supplier<Vertx> vertx, ShutdownContext shutdown) {
        DpopServices dpop = new DpopServices(config.getValue(), signers.getValue(), vertx);
        for (String service : services.getValue().names()) {
            dpop.of(service);
        }
        shutdown.addShutdownTask(dpop::close);
        return new RuntimeValue<>(dpop);
    }
}
