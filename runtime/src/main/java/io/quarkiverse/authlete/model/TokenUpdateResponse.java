package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * An access token after its change: the answer of {@code POST /api/{serviceId}/auth/token/update}. The client returns it only
 * if the {@code action} is {@link ResponseAction#OK}; with any other action nothing was changed.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenUpdateResponse.Builder.class)
public abstract non-sealed class TokenUpdateResponse implements TokenResponse {

    TokenUpdateResponse() {
    }

    /** Authlete's result code, such as {@code A135001}. */
    public abstract @Nullable String resultCode();

    /** Authlete's result message. */
    public abstract @Nullable String resultMessage();

    /** Whether the token was changed. */
    public abstract @Nullable ResponseAction action();

    /** The value of the access token, the new one if the request asked for one. There is no JWT in this answer. */
    @Value.Redacted
    public abstract @Nullable String accessToken();

    /** The type of the access token, {@code Bearer} or {@code DPoP} for example. */
    public abstract @Nullable String tokenType();

    /** When the access token expires, in milliseconds since the epoch. */
    public abstract @Nullable Long accessTokenExpiresAt();

    /** When the refresh token expires, in milliseconds since the epoch. */
    public abstract @Nullable Long refreshTokenExpiresAt();

    /** The scopes of the access token. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<String> scopes();

    /** The properties of the access token. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<Property> properties();

    /** What exactly it authorizes (RFC 9396). */
    public abstract @Nullable AuthorizationDetails authorizationDetails();

    /** Whether it is for an external attachment (OpenID Connect for Identity Assurance). */
    public abstract boolean forExternalAttachment();

    /** The ID of the access token. */
    public abstract @Nullable String tokenId();

    /** When the access token expires; {@code null} if {@link #accessTokenExpiresAt()} is absent or 0. */
    public @Nullable Instant accessTokenExpiry() {
        return Times.instant(accessTokenExpiresAt());
    }

    /** When the refresh token expires; {@code null} if {@link #refreshTokenExpiresAt()} is absent or 0. */
    public @Nullable Instant refreshTokenExpiry() {
        return Times.instant(refreshTokenExpiresAt());
    }

    @Value.Check
    TokenUpdateResponse scrubbed() {
        String code = Text.scrub(resultCode(), accessToken());
        String message = Text.scrub(resultMessage(), accessToken());
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

    /** Builds a {@link TokenUpdateResponse}. */
    public static final class Builder extends ImmutableTokenUpdateResponse.Builder {

        Builder() {
            scopes(List.of()).properties(List.of());
        }
    }
}
