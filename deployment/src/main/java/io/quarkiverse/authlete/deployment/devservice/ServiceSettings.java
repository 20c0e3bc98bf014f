package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One emulated Authlete service.
 *
 * @param serviceId the ID in the request path
 * @param apiToken the service access token that callers must present; two services may share one, which then acts as an
 *        organization token
 * @param clients the clients of the service; empty means that any numeric client ID belongs to it
 * @param lockedClients the clients of the service that are locked, be they among the others or not
 * @param scopes the scopes the service supports; empty means any
 * @param scopeAttributes the attributes of scopes, by scope
 * @param grantTypes the grant types that are enabled; without {@link GrantType#REFRESH_TOKEN} there are no refresh tokens
 * @param accessTokenDuration the lifetime of access tokens for which neither a request nor a scope names one
 * @param refreshTokenDuration the lifetime of refresh tokens for which neither a request nor a scope names one
 * @param maxPageSize how many tokens a list may ask for at once
 * @param jwtAccessTokens whether access tokens are JWTs
 */
public record ServiceSettings(String serviceId, String apiToken, Set<Long> clients, Set<Long> lockedClients,
        Set<String> scopes, Map<String, ScopeAttributes> scopeAttributes, Set<GrantType> grantTypes,
        Duration accessTokenDuration, Duration refreshTokenDuration, int maxPageSize, boolean jwtAccessTokens) {

    public ServiceSettings {
        requireText("serviceId", serviceId);
        requireText("apiToken", apiToken);
        clients = Set.copyOf(clients);
        lockedClients = Set.copyOf(lockedClients);
        scopes = Set.copyOf(scopes);
        scopeAttributes = Map.copyOf(scopeAttributes);
        // In their order, however often their class is loaded: texts of settings are compared over live reloads.
        grantTypes = Collections.unmodifiableSet(new TreeSet<>(grantTypes));
        requirePositive("accessTokenDuration", accessTokenDuration);
        requirePositive("refreshTokenDuration", refreshTokenDuration);
        if (maxPageSize <= 0) {
            throw new IllegalArgumentException("maxPageSize must be positive: " + maxPageSize);
        }
    }

    /** A service that accepts any client, any scope and any grant type. */
    public static ServiceSettings of(String serviceId, String apiToken) {
        return builder(serviceId, apiToken).build();
    }

    public static Builder builder(String serviceId, String apiToken) {
        return new Builder(serviceId, apiToken);
    }

    /** One client is enough to make all others unknown. */
    ServiceSettings withClients(Collection<Long> added) {
        Builder builder = new Builder(serviceId, apiToken);
        builder.clients = new HashSet<>(clients);
        builder.clients.addAll(added);
        builder.lockedClients = lockedClients;
        builder.scopes = scopes;
        builder.scopeAttributes = scopeAttributes;
        builder.grantTypes = grantTypes;
        builder.accessTokenDuration = accessTokenDuration;
        builder.refreshTokenDuration = refreshTokenDuration;
        builder.maxPageSize = maxPageSize;
        builder.jwtAccessTokens = jwtAccessTokens;
        return builder.build();
    }

    /** Whether the client is named in the settings. */
    boolean names(long clientId) {
        return clients.contains(clientId) || lockedClients.contains(clientId);
    }

    boolean ownsClient(long clientId) {
        return clients.isEmpty() || names(clientId);
    }

    boolean supportsScope(String scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }

    boolean issuesRefreshToken(GrantType grantType) {
        return grantTypes.contains(GrantType.REFRESH_TOKEN) && grantType.hasRefreshToken();
    }

    /** The shortest lifetime of an access token that one of the scopes has, if one has any. */
    Optional<Duration> accessTokenDuration(List<String> scopes) {
        return shortest(scopes, ScopeAttributes::accessTokenDuration);
    }

    /** The shortest lifetime of a refresh token that one of the scopes has, if one has any. */
    Optional<Duration> refreshTokenDuration(List<String> scopes) {
        return shortest(scopes, ScopeAttributes::refreshTokenDuration);
    }

    private Optional<Duration> shortest(List<String> scopes, Function<ScopeAttributes, Optional<Duration>> attribute) {
        return scopes.stream().map(scopeAttributes::get).filter(Objects::nonNull).map(attribute).flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    /** Leaves the API token out: it may be a real one. */
    @Override
    public String toString() {
        return "ServiceSettings[serviceId=" + serviceId + ", clients=" + clients + ", lockedClients=" + lockedClients
                + ", scopes=" + scopes + ", scopeAttributes=" + scopeAttributes + ", grantTypes=" + grantTypes
                + ", accessTokenDuration=" + accessTokenDuration + ", refreshTokenDuration=" + refreshTokenDuration
                + ", maxPageSize=" + maxPageSize + ", jwtAccessTokens=" + jwtAccessTokens + "]";
    }

    private static void requireText(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    static void requirePositive(String name, Duration value) {
        if (value.getSeconds() <= 0) {
            throw new IllegalArgumentException(name + " must be at least a second: " + value);
        }
    }

    /** Begins with what a service is like that nobody has configured. */
    public static final class Builder {

        private final String serviceId;
        private final String apiToken;
        private Set<Long> clients = Set.of();
        private Set<Long> lockedClients = Set.of();
        private Set<String> scopes = Set.of();
        private Map<String, ScopeAttributes> scopeAttributes = Map.of();
        private Set<GrantType> grantTypes = Set.of(GrantType.values());
        private Duration accessTokenDuration = Duration.ofHours(1);
        private Duration refreshTokenDuration = Duration.ofHours(24);
        private int maxPageSize = 20;
        private boolean jwtAccessTokens;

        private Builder(String serviceId, String apiToken) {
            this.serviceId = serviceId;
            this.apiToken = apiToken;
        }

        public Builder clients(Set<Long> clients) {
            this.clients = clients;
            return this;
        }

        public Builder lockedClients(Set<Long> lockedClients) {
            this.lockedClients = lockedClients;
            return this;
        }

        public Builder scopes(Set<String> scopes) {
            this.scopes = scopes;
            return this;
        }

        public Builder scopeAttributes(Map<String, ScopeAttributes> scopeAttributes) {
            this.scopeAttributes = scopeAttributes;
            return this;
        }

        public Builder grantTypes(Set<GrantType> grantTypes) {
            this.grantTypes = grantTypes;
            return this;
        }

        public Builder accessTokenDuration(Duration accessTokenDuration) {
            this.accessTokenDuration = accessTokenDuration;
            return this;
        }

        public Builder refreshTokenDuration(Duration refreshTokenDuration) {
            this.refreshTokenDuration = refreshTokenDuration;
            return this;
        }

        public Builder maxPageSize(int maxPageSize) {
            this.maxPageSize = maxPageSize;
            return this;
        }

        public Builder jwtAccessTokens(boolean jwtAccessTokens) {
            this.jwtAccessTokens = jwtAccessTokens;
            return this;
        }

        public ServiceSettings build() {
            return new ServiceSettings(serviceId, apiToken, clients, lockedClients, scopes, scopeAttributes, grantTypes,
                    accessTokenDuration, refreshTokenDuration, maxPageSize, jwtAccessTokens);
        }
    }
}
