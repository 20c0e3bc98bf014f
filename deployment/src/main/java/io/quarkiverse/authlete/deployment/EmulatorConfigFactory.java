package io.quarkiverse.authlete.deployment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.authlete.deployment.AuthleteBuildTimeConfig.DevServices;
import io.quarkiverse.authlete.deployment.devservice.DpopSettings;
import io.quarkiverse.authlete.deployment.devservice.EmulatorConfig;
import io.quarkiverse.authlete.deployment.devservice.GrantType;
import io.quarkiverse.authlete.deployment.devservice.ScopeAttributes;
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
        checkService();
        // Services that share an ID and an API token share their tokens.
        ServiceSettings[] settings = services.stream().map(this::service).distinct().toArray(ServiceSettings[]::new);
        return EmulatorConfig.builder(settings)
                .port(fixedPort ? config.port() : 0)
                .latency(config.latency())
                .rateLimit(config.rateLimit())
                .seed(seed.map(file -> seed(file, services)))
                .dpop(new DpopSettings(config.dpop(), config.dpopNonce()))
                .build();
    }

    private void checkService() {
        checkSeconds(config.accessTokenDuration(), "access-token-duration");
        checkSeconds(config.refreshTokenDuration(), "refresh-token-duration");
        checkClients(config.clients(), "clients");
        checkClients(config.lockedClients(), "locked-clients");
        check(config.maxPageSize() > 0, "max-page-size", "be positive");
        check(config.grantTypes().stream().flatMap(Set::stream).anyMatch(grantType -> grantType != GrantType.REFRESH_TOKEN)
                || config.grantTypes().isEmpty(), "grant-types", "have a grant type besides refresh-token");
        config.scopeAttributes().forEach((scope, attributes) -> {
            String key = "scope-attributes.\"" + scope + "\"";
            attributes.accessTokenDuration().ifPresent(value -> checkSeconds(value, key + ".access-token-duration"));
            attributes.refreshTokenDuration().ifPresent(value -> checkSeconds(value, key + ".refresh-token-duration"));
            check(config.scopes().isEmpty() || config.scopes().get().contains(scope), key,
                    "be of a scope that is in quarkus.authlete.devservices.scopes");
        });
    }

    private ServiceSettings service(DevService service) {
        ServiceSettings.Builder settings = ServiceSettings.builder(service.serviceId(), service.apiToken())
                .clients(config.clients().orElse(Set.of()))
                .lockedClients(config.lockedClients().orElse(Set.of()))
                .scopes(config.scopes().orElse(Set.of()))
                .scopeAttributes(config.scopeAttributes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        scope -> new ScopeAttributes(scope.getValue().accessTokenDuration(),
                                scope.getValue().refreshTokenDuration()))))
                .accessTokenDuration(config.accessTokenDuration())
                .refreshTokenDuration(config.refreshTokenDuration())
                .maxPageSize(config.maxPageSize())
                .jwtAccessTokens(config.jwtAccessTokens());
        config.grantTypes().ifPresent(settings::grantTypes);
        return settings.build();
    }

    private static Seed seed(SeedSource file, List<DevService> services) {
        return new Seed(file.location(), file.text(),
                services.stream().collect(Collectors.toMap(DevService::name, DevService::serviceId)));
    }

    private static void checkClients(Optional<Set<Long>> clients, String key) {
        check(clients.stream().flatMap(Set::stream).allMatch(client -> client > 0), key, "be positive numbers");
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
