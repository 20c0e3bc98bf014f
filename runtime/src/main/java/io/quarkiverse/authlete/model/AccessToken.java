package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.List;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * An access token, with its refresh token if it has one, as an entry of {@link TokenListResponse}. It has the hashes of the
 * tokens, never their values. A hash is accepted wherever the API asks for a token's identifier; how it is computed is not
 * public. Times are in whole seconds, rounded, so {@code createdAt} may be up to half a second late.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = AccessToken.Builder.class)
public abstract class AccessToken {

    AccessToken() {
    }

    /** The hash of the access token, base64url. */
    public abstract String accessTokenHash();

    /** When the access token expires, in milliseconds since the epoch. */
    public abstract @Nullable Long accessTokenExpiresAt();

    /** The hash of the refresh token, base64url; {@code null} if there is none. */
    public abstract @Nullable String refreshTokenHash();

    /** When the refresh token expires, in milliseconds since the epoch; 0 if there is none. */
    public abstract @Nullable Long refreshTokenExpiresAt();

    /** When the access token was first created, in milliseconds since the epoch; a refresh does not change it. */
    public abstract long createdAt();

    /** When it was last refreshed, in milliseconds since the epoch; 0 if never. */
    public abstract long lastRefreshedAt();

    /** The ID of the client application. */
    public abstract long clientId();

    /** The user; {@code null} if there is none. */
    public abstract @Nullable String subject();

    /** The grant it first came from. */
    public abstract @Nullable GrantType grantType();

    /** The scopes of the access token. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<String> scopes();

    /** The properties of the access token. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<Property> properties();

    /** The scopes of the refresh token; {@code null} if the server does not tell them. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract @Nullable List<String> refreshTokenScopes();

    /** When the access token expires; {@code null} if {@link #accessTokenExpiresAt()} is absent or 0. */
    public @Nullable Instant accessTokenExpiry() {
        return Times.instant(accessTokenExpiresAt());
    }

    /** When the refresh token expires; {@code null} if {@link #refreshTokenExpiresAt()} is absent or 0. */
    public @Nullable Instant refreshTokenExpiry() {
        return Times.instant(refreshTokenExpiresAt());
    }

    /** When the access token was first created. */
    public Instant creationTime() {
        return Instant.ofEpochMilli(createdAt());
    }

    /** When it was last refreshed; {@code null} if never. */
    public @Nullable Instant lastRefresh() {
        return Times.instant(lastRefreshedAt());
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link AccessToken}. */
    public static final class Builder extends ImmutableAccessToken.Builder {

        Builder() {
            scopes(List.of()).properties(List.of());
        }
    }
}
