package io.quarkiverse.authlete.deployment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.deployment.AuthleteBuildTimeConfig.DevServices;
import io.quarkiverse.authlete.deployment.devservice.DpopSettings;
import io.quarkiverse.authlete.deployment.devservice.EmulatorConfig;
import io.quarkiverse.authlete.deployment.devservice.Seed;
import io.quarkiverse.authlete.deployment.devservice.ServiceSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

/** From the user's settings to those of the emulator; what is wrong is told with its property. */
final class EmulatorConfigFactory {

    private static final int MAX_PORT = 65535;

    private final DevServices config;

    EmulatorConfigFactory(DevServices config) {
        this.config = config;
    }

    /** @param fixedPort whether the configured port is to be taken, and not a free one */
    EmulatorConfig create(List<DevService> services, boolean fixedPort, Optional<SeedSource> seed) {
        check(config.port() >= 0 && config.port() <= MAX_PORT, "port", "be between 0 and " + MAX_PORT);
        check(!config.latency().isNegative(), "latency", "not be negative");
        check(config.rateLimit().isEmpty() || config.rateLimit().getAsInt() > 0, "rate-limit", "be positive");
        checkSeconds(config.accessTokenDuration(), "access-token-duration");
        checkSeconds(config.refreshTokenDuration(), "refresh-token-duration");
        Set<Long> clients = config.clients().orElse(Set.of());
        check(clients.stream().allMatch(client -> client > 0), "clients", "be positive numbers");
        Set<String> scopes = config.scopes().orElse(Set.of());
        return new EmulatorConfig(fixedPort ? config.port() : 0, EmulatorConfig.DEFAULT_MAX_BODY_SIZE, config.latency(),
                config.rateLimit(), seed.map(file -> seed(file, services)),
                new DpopSettings(config.dpop(), config.dpopNonce()),
                // Services that share an ID and an API token share their tokens.
                services.stream().map(service -> new ServiceSettings(service.serviceId(), service.apiToken(), clients, scopes,
                        config.accessTokenDuration(), config.refreshTokenDuration())).distinct().toList());
    }

    private static Seed seed(SeedSource file, List<DevService> services) {
        return new Seed(file.location(), file.text(),
                services.stream().collect(Collectors.toMap(DevService::name, DevService::serviceId)));
    }

    private static void checkSeconds(Duration duration, String key) {
        check(duration.getSeconds() > 0, key, "be at least a second");
    }

    private static void check(boolean valid, String key, String must) {
        if (!valid) {
            throw new ConfigurationException("quarkus.authlete.devservices." + key + " must " + must);
        }
    }
}
