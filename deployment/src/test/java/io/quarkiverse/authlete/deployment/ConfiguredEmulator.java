package io.quarkiverse.authlete.deployment;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.deployment.devservice.EmulatorDevService;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The emulator as the settings of a user make it, for tests that know no more of it than its settings and HTTP. */
public final class ConfiguredEmulator {

    private ConfiguredEmulator() {
    }

    /**
     * @param settings by their keys below {@code quarkus.authlete.devservices}
     * @param serviceIds the services, each with the API token {@link #apiToken}
     */
    public static EmulatorDevService start(Map<String, String> settings, String... serviceIds) {
        Map<String, String> properties = settings.entrySet().stream().collect(
                Collectors.toMap(setting -> "quarkus.authlete.devservices." + setting.getKey(), Map.Entry::getValue));
        AuthleteBuildTimeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AuthleteBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "settings of the test", 100))
                .build().getConfigMapping(AuthleteBuildTimeConfig.class);
        EmulatorDevService emulator = new EmulatorDevService(new EmulatorConfigFactory(config.devservices()).create(
                Arrays.stream(serviceIds).map(id -> new DevService(id, id, apiToken(id), false)).toList(), false,
                Optional.empty()));
        emulator.start();
        return emulator;
    }

    public static String apiToken(String serviceId) {
        return "api-token-of-" + serviceId;
    }
}
