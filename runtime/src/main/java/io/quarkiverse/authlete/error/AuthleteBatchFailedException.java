package io.quarkiverse.authlete.error;

import java.util.Optional;

import io.quarkiverse.authlete.model.TokenBatchStatus;

/**
 * The server has given up on a batch. {@link #resultCode()} and {@link #resultMessage()} have the error code and description
 * of the batch. The outcome is {@link Outcome#UNKNOWN}: some of its tokens may have been created before it failed.
 */
public class AuthleteBatchFailedException extends AuthleteException {

    private final String requestId;
    private final transient TokenBatchStatus batch;

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param requestId the ID of the batch
     * @param batch its status
     */
    public AuthleteBatchFailedException(FailedCall call, String reason, String requestId, TokenBatchStatus batch) {
        super(call, reason, null);
        this.requestId = requestId;
        this.batch = batch;
    }

    /** @return the ID of the batch */
    public String requestId() {
        return requestId;
    }

    /** @return the status of the batch; empty only after Java serialization */
    public Optional<TokenBatchStatus> batch() {
        return Optional.ofNullable(batch);
    }

    @Override
    protected AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteBatchFailedException(call, reason, requestId, batch);
    }
}
