package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.model.TokenBatchStatus;

/**
 * A batch has not ended within the time that the caller wanted to wait. It continues at the server: wait for it again by its
 * {@link #requestId()}. The cause is the failure of the last poll, if it failed.
 *
 * @since 1.0.0
 */
public class AuthleteBatchTimeoutException extends AuthleteTimeoutException {

    private final String requestId;
    private final transient @Nullable TokenBatchStatus batch;

    /**
     * @param call what is known of the last poll
     * @param reason what went wrong, without secrets
     * @param requestId the ID of the batch
     * @param batch its last known status, {@code null} if there is none
     * @param cause why the last poll failed, {@code null} if it did not
     */
    public AuthleteBatchTimeoutException(FailedCall call, String reason, String requestId, @Nullable TokenBatchStatus batch,
            @Nullable Throwable cause) {
        super(call, reason, cause);
        this.requestId = requestId;
        this.batch = batch;
    }

    /** @return the ID of the batch */
    public String requestId() {
        return requestId;
    }

    /** @return the last known status of the batch; {@code null} if none was received, and after Java serialization */
    public @Nullable TokenBatchStatus batch() {
        return batch;
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteBatchTimeoutException(call, reason, requestId, batch, getCause());
    }
}
