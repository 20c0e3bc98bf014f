package io.quarkiverse.authlete.model;

import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * The answer of {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenBatchStatusResponse.Builder.class)
public abstract non-sealed class TokenBatchStatusResponse implements TokenResponse {

    TokenBatchStatusResponse() {
    }

    /** Authlete's result code. */
    public abstract @Nullable String resultCode();

    /** Authlete's result message. */
    public abstract @Nullable String resultMessage();

    /** The status of the batch; the clients fail if the answer has none. */
    public abstract TokenBatchStatus status();

    @Value.Check
    TokenBatchStatusResponse scrubbed() {
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

    /** Builds a {@link TokenBatchStatusResponse}. */
    public static final class Builder extends ImmutableTokenBatchStatusResponse.Builder {

        Builder() {
        }
    }
}
