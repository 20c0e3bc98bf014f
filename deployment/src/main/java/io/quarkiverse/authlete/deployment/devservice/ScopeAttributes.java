package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.Optional;

/**
 * The attributes of a scope that decide on the lifetime of tokens.
 *
 * @param accessTokenDuration the attribute {@code access_token.duration}; whole seconds
 * @param refreshTokenDuration the attribute {@code refresh_token.duration}; whole seconds
 */
public record ScopeAttributes(Optional<Duration> accessTokenDuration, Optional<Duration> refreshTokenDuration) {

    public ScopeAttributes {
        accessTokenDuration.ifPresent(duration -> ServiceSettings.requirePositive("accessTokenDuration", duration));
        refreshTokenDuration.ifPresent(duration -> ServiceSettings.requirePositive("refreshTokenDuration", duration));
    }
}
