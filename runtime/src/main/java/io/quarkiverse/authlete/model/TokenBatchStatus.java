package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * The status of a batch in the answer of
 * {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TokenBatchStatus.Builder.class)
public abstract class TokenBatchStatus {

    TokenBatchStatus() {
    }

    /** What the batch does. */
    public abstract @Nullable TokenBatchKind batchKind();

    /** The ID of the batch. */
    public abstract @Nullable String requestId();

    /** How it has ended; {@code null} while it runs. */
    public abstract @Nullable TokenBatchResult result();

    /** How many tokens the server has processed. */
    public abstract @Nullable Long tokenCount();

    /** Why it has failed. */
    public abstract @Nullable String errorCode();

    /** Why it has failed, in words; {@link #toString()} masks what looks like a token. */
    public abstract @Nullable String errorDescription();

    /** When the batch was made, in milliseconds since the epoch. */
    public abstract @Nullable Long createdAt();

    /** When its status has last changed, in milliseconds since the epoch. */
    public abstract @Nullable Long modifiedAt();

    /** Whether the batch has succeeded or failed; {@code false} for a result that this version does not know. */
    @JsonIgnore
    public boolean isFinished() {
        return result() != null && result().known();
    }

    /** Whether the batch has succeeded. */
    @JsonIgnore
    public boolean isSucceeded() {
        return TokenBatchResult.SUCCEEDED.equals(result());
    }

    /** When the batch was made; {@code null} if {@link #createdAt()} is absent or 0. */
    public @Nullable Instant creationTime() {
        return Times.instant(createdAt());
    }

    /** When its status has last changed; {@code null} if {@link #modifiedAt()} is absent or 0. */
    public @Nullable Instant modificationTime() {
        return Times.instant(modifiedAt());
    }

    @Value.Check
    TokenBatchStatus scrubbed() {
        String code = Text.scrub(errorCode());
        String message = Text.scrub(errorDescription());
        return Objects.equals(code, errorCode()) && Objects.equals(message, errorDescription()) ? this
                : toBuilder().errorCode(code).errorDescription(message).build();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenBatchStatus}. */
    public static final class Builder extends ImmutableTokenBatchStatus.Builder {

        Builder() {
        }
    }
}
