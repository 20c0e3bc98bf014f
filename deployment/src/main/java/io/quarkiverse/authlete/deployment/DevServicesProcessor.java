package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.authlete.deployment.devservice.AuthleteEmulator;
import io.quarkiverse.authlete.deployment.devservice.EmulatorConfig;
import io.quarkiverse.authlete.deployment.devservice.ServiceSettings;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;

/** Starts the emulator for the services that are not configured, and configures them with it. */
@BuildSteps(onlyIf = { IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class,
        DevServicesProcessor.Enabled.class })
class DevServicesProcessor {

    @BuildStep
    void emulator(AuthleteServicesBuildItem services, BuildProducer<DevServicesResultBuildItem> devServices) {
        Set<String> names = new TreeSet<>(services.names());
        if (names.isEmpty()) {
            names.add(DEFAULT_SERVICE);
        }
        names.removeIf(name -> configured(name, "url").isPresent() || configured(name, "region").isPresent());
        if (names.isEmpty()) {
            return;
        }
        Map<String, Function<AuthleteEmulator, String>> properties = new HashMap<>();
        for (String name : names) {
            ServiceSettings settings = settings(name);
            properties.put(property(name, "url"), AuthleteEmulator::getConnectionInfo);
            properties.put(property(name, "service-id"), emulator -> settings.serviceId());
            properties.put(property(name, "service-access-token"), emulator -> settings.apiToken());
        }
        EmulatorConfig config = EmulatorConfig
                .of(names.stream().map(DevServicesProcessor::settings).distinct().toArray(ServiceSettings[]::new));
        devServices.produce(DevServicesResultBuildItem.<AuthleteEmulator> owned()
                .feature(TokenOperationsProcessor.FEATURE)
                .description("Emulator of the Authlete token-management API")
                // Compared with that of the running emulator, over live reloads: only types of the JDK compare as equal there.
                .serviceConfig(List.of(config.toString(), names.stream().map(name -> settings(name).apiToken()).toList()))
                .startable(() -> new AuthleteEmulator(config))
                .configProvider(properties)
                .build());
    }

    private static ServiceSettings settings(String name) {
        String serviceId = configured(name, "service-id").orElseGet(() -> defaultServiceId(name));
        return ServiceSettings.of(serviceId, configured(name, "service-access-token").orElse("emulator-" + serviceId));
    }

    /** The same at every start, so that tokens survive a live reload and a URL in the shell history stays valid. */
    private static String defaultServiceId(String name) {
        if (name.equals(DEFAULT_SERVICE)) {
            return "1000";
        }
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(UTF_8));
        return Long.toString(10_000_000_000L + hash.getValue());
    }

    private static Optional<String> configured(String service, String key) {
        return Stream.of(property(service, key), "quarkus.authlete." + service + "." + key)
                .map(property -> ConfigProvider.getConfig().getOptionalValue(property, String.class))
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    static final class Enabled implements BooleanSupplier {

        private final AuthleteBuildTimeConfig config;

        Enabled(AuthleteBuildTimeConfig config) {
            this.config = config;
        }

        @Override
        public boolean getAsBoolean() {
            return config.devservices().enabled();
        }
    }
}
