package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One emulated Authlete service.
 *
 * @param serviceId the ID in the request path
 * @param apiToken the service access token that callers must present; two services may share one, which then acts as an
 *        organization token
 * @param clients the clients of the service; empty means that any numeric client ID belongs to it
 * @param scopes the scopes the service supports; empty means any
 * @param accessTokenDuration the lifetime of access tokens for which a request names none
 * @param refreshTokenDuration the lifetime of refresh tokens for which a request names none
 */
public record ServiceSettings(String serviceId, String apiToken, Set<Long> clients, Set<String> scopes,
        Duration accessTokenDuration, Duration refreshTokenDuration) {

    public static final Duration DEFAULT_ACCESS_TOKEN_DURATION = Duration.ofHours(1);
    public static final Duration DEFAULT_REFRESH_TOKEN_DURATION = Duration.ofHours(24);

    public ServiceSettings {
        requireText("serviceId", serviceId);
        requireText("apiToken", apiToken);
        clients = Set.copyOf(clients);
        scopes = Set.copyOf(scopes);
        requirePositive("accessTokenDuration", accessTokenDuration);
        requirePositive("refreshTokenDuration", refreshTokenDuration);
    }

    /** A service that accepts any client and any scope. */
    public static ServiceSettings of(String serviceId, String apiToken) {
        return new ServiceSettings(serviceId, apiToken, Set.of(), Set.of(), DEFAULT_ACCESS_TOKEN_DURATION,
                DEFAULT_REFRESH_TOKEN_DURATION);
    }

    ServiceSettings withClient(long clientId) {
        return new ServiceSettings(serviceId, apiToken,
                Stream.concat(clients.stream(), Stream.of(clientId)).collect(Collectors.toSet()), scopes, accessTokenDuration,
                refreshTokenDuration);
    }

    boolean ownsClient(long clientId) {
        return clients.isEmpty() || clients.contains(clientId);
    }

    boolean supportsScope(String scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }

    /** Leaves the API token out: it may be a real one. */
    @Override
    public String toString() {
        return "ServiceSettings[serviceId=" + serviceId + ", clients=" + clients + ", scopes=" + scopes
                + ", accessTokenDuration=" + accessTokenDuration + ", refreshTokenDuration=" + refreshTokenDuration + "]";
    }

    private static void requireText(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.getSeconds() <= 0) {
            throw new IllegalArgumentException(name + " must be at least a second: " + value);
        }
    }
}
