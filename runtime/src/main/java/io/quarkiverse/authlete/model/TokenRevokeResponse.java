package io.quarkiverse.authlete.model;

import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * The answer of {@code POST /api/{serviceId}/auth/token/revoke}.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenRevokeResponse.Builder.class)
public abstract non-sealed class TokenRevokeResponse implements TokenResponse {

    TokenRevokeResponse() {
    }

    /** Authlete's result code, such as {@code A312001}. */
    public abstract @Nullable String resultCode();

    /** Authlete's result message. */
    public abstract @Nullable String resultMessage();

    /** How many access tokens were revoked; one with its refresh token counts once. */
    public abstract long count();

    @Value.Check
    TokenRevokeResponse scrubbed() {
        String code = Text.scrub(resultCode());
        String message = Text.scrub(resultMessage());
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

    /** Builds a {@link TokenRevokeResponse}. */
    public static final class Builder extends ImmutableTokenRevokeResponse.Builder {

        Builder() {
        }
    }
}
