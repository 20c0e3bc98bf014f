package io.quarkiverse.authlete.runtime;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.runtime.call.FaultToleranceDefaults;
import io.quarkiverse.authlete.runtime.client.AuthleteServices;
import io.quarkiverse.authlete.runtime.client.ConfiguredServices;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.PropertySources;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.config.ServicesInUse;
import io.quarkiverse.authlete.runtime.config.TransportConfigurations;
import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;

/** Connects the beans to the configuration. */
@Recorder
public class AuthleteRecorder {

    private final RuntimeValue<AuthleteRuntimeConfig> config;

    public AuthleteRecorder(RuntimeValue<AuthleteRuntimeConfig> config) {
        this.config = config;
    }

    public Supplier<ServiceSettingsReader> settingsReader() {
        return this::reader;
    }

    public Supplier<FaultToleranceDefaults> defaults(FaultToleranceDefaults defaults) {
        return () -> defaults;
    }

    /** @param lookedUp whether the application looks services up by name */
    public RuntimeValue<ServicesInUse> servicesInUse(Set<String> injected, boolean lookedUp) {
        Set<String> names = new HashSet<>(injected);
        if (lookedUp) {
            names.addAll(reader().configured());
        }
        return new RuntimeValue<>(new ServicesInUse(names));
    }

    /** Fails the start of the application if a property of a service in use is wrong. */
    public void check(RuntimeValue<ServicesInUse> services) {
        ServiceSettingsReader reader = reader();
        for (String service : services.getValue().names()) {
            reader.check(service);
        }
    }

    /** Fails the start of the application if a service in use names a TLS or proxy configuration that does not exist. */
    public void checkTransport(RuntimeValue<ServicesInUse> services, Supplier<TlsConfigurationRegistry> tls,
            Supplier<ProxyConfigurationRegistry> proxies) {
        TransportConfigurations transports = new TransportConfigurations(tls.get(), proxies.get());
        for (String service : services.getValue().names()) {
            try {
                transports.check(service, config.getValue().services().get(service));
            } catch (ConfigurationException e) {
                throw new PropertySources(ConfigProvider.getConfig()).located(e);
            }
        }
    }

    /** Tells in the log what calls of the services will reach. */
    public void log(RuntimeValue<ServicesInUse> services, Set<String> emulated) {
        new ServicesAtStart(reader(), Arc.container().instance(ApiTokenLookup.class).get()::source,
                new PropertySources(ConfigProvider.getConfig()), LaunchMode.current())
                .log(services.getValue().names(), emulated);
    }

    /** Asked by the first caller's thread, too. */
    public Supplier<ActiveResult> active(String service) {
        ApplicationClassLoader application = ApplicationClassLoader.ofThisThread();
        return () -> application.get(
                () -> reader().missing(service).map(ActiveResult::inactive).orElseGet(ActiveResult::active));
    }

    public Function<SyntheticCreationalContext<TokenOperations>, TokenOperations> blocking(String service) {
        return inApplication(services -> services.blocking(service));
    }

    public Function<SyntheticCreationalContext<ReactiveTokenOperations>, ReactiveTokenOperations> reactive(String service) {
        return inApplication(services -> services.reactive(service));
    }

    public Function<SyntheticCreationalContext<TokenServices>, TokenServices> byName() {
        ApplicationClassLoader application = ApplicationClassLoader.ofThisThread();
        return context -> application
                .get(() -> new ConfiguredServices(Arc.container().instance(AuthleteServices.class).get(), reader(),
                        application));
    }

    /** Without an injection point: for those, the generated bean asks the context class loader of the first caller's thread. */
    private static <T> Function<SyntheticCreationalContext<T>, T> inApplication(Function<AuthleteServices, T> creation) {
        ApplicationClassLoader application = ApplicationClassLoader.ofThisThread();
        return context -> application
                .get(() -> creation.apply(Arc.container().instance(AuthleteServices.class).get()));
    }

    private ServiceSettingsReader reader() {
        return new ServiceSettingsReader(config.getValue(), ConfigProvider.getConfig(),
                service -> Arc.container().instance(ApiTokenLookup.class).get().hasProvider(service));
    }
}
