package io.quarkiverse.authlete.model;

import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A batch that the server has accepted: the answer of {@code POST /api/{serviceId}/auth/token/create/batch}. Nothing may have
 * been created yet.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenBatchResponse.Builder.class)
public abstract non-sealed class TokenBatchResponse implements TokenResponse {

    TokenBatchResponse() {
    }

    /** Authlete's result code. */
    public abstract @Nullable String resultCode();

    /** Authlete's result message. */
    public abstract @Nullable String resultMessage();

    /**
     * The ID of the batch, to poll its status with. The clients always return it, except for a dry run if the server sent none;
     * then it is {@code null}.
     */
    public abstract @Nullable String requestId();

    @Value.Check
    TokenBatchResponse scrubbed() {
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

    /** Builds a {@link TokenBatchResponse}. */
    public static final class Builder extends ImmutableTokenBatchResponse.Builder {

        Builder() {
        }
    }
}
