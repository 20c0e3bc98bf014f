package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far a batch has come, as the API tells it in the answer of
 * {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
 *
 * @param batchKind what the batch does; {@code null} if absent
 * @param requestId the ID of the batch; {@code null} if absent
 * @param result how it has ended; {@code null} while it runs
 * @param tokenCount how many tokens the server has processed; {@code null} if absent
 * @param errorCode why it has failed; {@code null} if absent
 * @param errorDescription why it has failed, in words; {@link #toString()} masks what looks like a token; {@code null} if
 *        absent
 * @param createdAt when the batch was made, in milliseconds since the epoch; {@code null} if absent
 * @param modifiedAt when its status has last changed, in milliseconds since the epoch; {@code null} if absent
 */
public record TokenBatchStatus(
        TokenBatchKind batchKind,
        String requestId,
        TokenBatchResult result,
        Long tokenCount,
        String errorCode,
        String errorDescription,
        Long createdAt,
        Long modifiedAt) {

    /** @return whether the batch has ended, well or not; {@code false} for a result that this version does not know */
    @JsonIgnore
    public boolean isFinished() {
        return result != null && result.known();
    }

    /** @return whether the batch has ended well */
    @JsonIgnore
    public boolean isSucceeded() {
        return TokenBatchResult.SUCCEEDED.equals(result);
    }

    /** @return when the batch was made; empty if {@link #createdAt()} is absent or 0 */
    public Optional<Instant> creationTime() {
        return Times.instant(createdAt);
    }

    /** @return when its status has last changed; empty if {@link #modifiedAt()} is absent or 0 */
    public Optional<Instant> modificationTime() {
        return Times.instant(modifiedAt);
    }

    /** Masks what looks like a token in the error. */
    @Override
    public String toString() {
        return Text.of(TokenBatchStatus.class)
                .add("batchKind", batchKind)
                .add("requestId", requestId)
                .add("result", result)
                .add("tokenCount", tokenCount)
                .add("errorCode", Text.scrub(errorCode))
                .add("errorDescription", Text.scrub(errorDescription))
                .add("createdAt", createdAt)
                .add("modifiedAt", modifiedAt)
                .toString();
    }
}
