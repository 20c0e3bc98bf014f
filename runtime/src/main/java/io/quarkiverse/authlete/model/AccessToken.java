package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access token, with its refresh token if it has one, as an entry of {@link TokenListResponse}. It has the hashes of the
 * tokens, never their values. A hash is accepted wherever the API asks for a token's identifier; how it is computed is not
 * public. Times are in whole seconds, rounded, so {@code createdAt} may be up to half a second late.
 *
 * @param accessTokenHash the hash of the access token, base64url
 * @param accessTokenExpiresAt when the access token expires, in milliseconds since the epoch; {@code null} if absent
 * @param refreshTokenHash the hash of the refresh token, base64url; {@code null} if there is none
 * @param refreshTokenExpiresAt when the refresh token expires, in milliseconds since the epoch; 0 if there is none,
 *        {@code null} if absent
 * @param createdAt when the access token was first created, in milliseconds since the epoch; a refresh does not change it
 * @param lastRefreshedAt when it was last refreshed, in milliseconds since the epoch; 0 if never
 * @param clientId the ID of the client application
 * @param subject the user; {@code null} if there is none
 * @param grantType the grant it first came from; {@code null} if absent
 * @param scopes the scopes of the access token, never {@code null}
 * @param properties the properties of the access token, never {@code null}
 * @param refreshTokenScopes the scopes of the refresh token; {@code null} if the server does not tell them
 */
public record AccessToken(
        String accessTokenHash,
        Long accessTokenExpiresAt,
        String refreshTokenHash,
        Long refreshTokenExpiresAt,
        long createdAt,
        long lastRefreshedAt,
        long clientId,
        String subject,
        GrantType grantType,
        List<String> scopes,
        List<Property> properties,
        List<String> refreshTokenScopes) {

    public AccessToken {
        scopes = Lists.orEmpty(scopes);
        properties = Lists.orEmpty(properties);
        refreshTokenScopes = Lists.orNull(refreshTokenScopes);
    }

    /** @return when the access token expires; empty if {@link #accessTokenExpiresAt()} is absent or 0 */
    public Optional<Instant> accessTokenExpiry() {
        return Times.instant(accessTokenExpiresAt);
    }

    /** @return when the refresh token expires; empty if {@link #refreshTokenExpiresAt()} is absent or 0 */
    public Optional<Instant> refreshTokenExpiry() {
        return Times.instant(refreshTokenExpiresAt);
    }

    /** @return when the access token was first created */
    public Instant creationTime() {
        return Instant.ofEpochMilli(createdAt);
    }

    /** @return when it was last refreshed; empty if never */
    public Optional<Instant> lastRefresh() {
        return Times.instant(lastRefreshedAt);
    }
}
