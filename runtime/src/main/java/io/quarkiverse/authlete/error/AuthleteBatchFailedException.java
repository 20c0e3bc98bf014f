package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.model.TokenBatchStatus;

/**
 * A batch has failed. {@link #resultCode()} and {@link #resultMessage()} have the error code and description
 * of the batch. The outcome is {@link Outcome#UNKNOWN}: some of its tokens may have been created before it failed.
 *
 * @since 1.0.0
 */
public class AuthleteBatchFailedException extends AuthleteResponseException {

    private final String requestId;
    private final transient @Nullable TokenBatchStatus batch;

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param requestId the ID of the batch
     * @param batch its status
     */
    public AuthleteBatchFailedException(FailedCall call, String reason, String requestId, @Nullable TokenBatchStatus batch) {
        super(call, reason, null);
        this.requestId = requestId;
        this.batch = batch;
    }

    /** @return the ID of the batch */
    public String requestId() {
        return requestId;
    }

    /** @return the status of the batch; {@code null} only after Java serialization */
    public @Nullable TokenBatchStatus batch() {
        return batch;
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteBatchFailedException(call, reason, requestId, batch);
    }
}
