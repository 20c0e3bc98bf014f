package io.quarkiverse.authlete.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A new access token: the answer of {@code POST /api/{serviceId}/auth/token/create}. The client returns it only if the
 * {@code action} is {@link ResponseAction#OK}; with any other action there is no token.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenCreateResponse.Builder.class)
public abstract non-sealed class TokenCreateResponse implements TokenResponse {

    TokenCreateResponse() {
    }

    /** Authlete's result code, such as {@code A109001}. */
    public abstract @Nullable String resultCode();

    /** Authlete's result message. */
    public abstract @Nullable String resultMessage();

    /** Whether a token was created. */
    public abstract @Nullable ResponseAction action();

    /**
     * The value of the access token. It names the token in other operations, also if there is a {@code jwtAccessToken}, whose
     * {@code jti} it is.
     */
    @Value.Redacted
    public abstract @Nullable String accessToken();

    /** The value of the refresh token; {@code null} if there is none. */
    @Value.Redacted
    public abstract @Nullable String refreshToken();

    /** The type of the access token, {@code Bearer} or {@code DPoP} for example. */
    public abstract @Nullable String tokenType();

    /** How long the access token is valid, in seconds. */
    public abstract @Nullable Long expiresIn();

    /** When the access token expires, in milliseconds since the epoch. */
    public abstract @Nullable Long expiresAt();

    /** The grant it was created for. */
    public abstract @Nullable GrantType grantType();

    /** The ID of the client. */
    public abstract @Nullable Long clientId();

    /** The identifier of the client. */
    public abstract @Nullable String clientIdentifier();

    /** The user; {@code null} if there is none. */
    public abstract @Nullable String subject();

    /** The scopes of the access token. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<String> scopes();

    /** The scopes of the refresh token; {@code null} if the server does not tell them. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract @Nullable List<String> refreshTokenScopes();

    /** The properties of the access token. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<Property> properties();

    /**
     * The access token as a JWT (RFC 9068), if the service issues such ones: the value to hand out in place of
     * {@code accessToken}; else {@code null}.
     */
    @Value.Redacted
    public abstract @Nullable String jwtAccessToken();

    /** What exactly it authorizes (RFC 9396). */
    public abstract @Nullable AuthorizationDetails authorizationDetails();

    /** Whether it is for an external attachment (OpenID Connect for Identity Assurance). */
    public abstract boolean forExternalAttachment();

    /** The ID of the access token. */
    public abstract @Nullable String tokenId();

    /** The ID of the user's authentication session. */
    @Value.Redacted
    public abstract @Nullable String sessionId();

    /**
     * Whether the answer to the create was lost, and this is the token all the same: found by its value, or created anew in
     * its place. If it was found, this is made of the request and of what the server tells of the token, and has no
     * {@code refreshTokenScopes}, and no {@code clientId} if the request names the client in another way. Not a field of the
     * API, and not in the JSON.
     *
     * @see io.quarkiverse.authlete.RequestOptions#exactlyOnce()
     */
    @Value.Default
    @JsonIgnore
    public boolean recovered() {
        return false;
    }

    /** When the access token expires; {@code null} if {@link #expiresAt()} is absent or 0. */
    public @Nullable Instant accessTokenExpiry() {
        return Times.instant(expiresAt());
    }

    /** How long the access token is valid after its creation; {@code null} if {@link #expiresIn()} is absent or 0. */
    public @Nullable Duration accessTokenLifetime() {
        return Times.duration(expiresIn());
    }

    @Value.Check
    TokenCreateResponse scrubbed() {
        String code = Text.scrub(resultCode(), accessToken(), refreshToken(), jwtAccessToken(), sessionId());
        String message = Text.scrub(resultMessage(), accessToken(), refreshToken(), jwtAccessToken(), sessionId());
        return Objects.equals(code, resultCode()) && Objects.equals(message, resultMessage()) ? this
                : toBuilder().resultCode(code).resultMessage(message).build();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenCreateResponse}. */
    public static final class Builder extends ImmutableTokenCreateResponse.Builder {

        Builder() {
            scopes(List.of()).properties(List.of());
        }
    }
}
