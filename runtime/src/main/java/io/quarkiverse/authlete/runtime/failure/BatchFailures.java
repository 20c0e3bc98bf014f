package io.quarkiverse.authlete.runtime.failure;

import java.time.Duration;
import java.util.Set;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteBatchFailedException;
import io.quarkiverse.authlete.error.AuthleteBatchTimeoutException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.runtime.SecretScrubber;

/** Makes the exceptions for batches of one service. */
public record BatchFailures(FailureFactory failures) {

    private static final int OK = 200;

    /** @return the exception for a success that does not tell the ID of the batch, so that nobody can poll it */
    public AuthleteException noRequestId(RequestInfo request, TokenBatchResponse response) {
        String code = SecretScrubber.scrub(response.resultCode(), request.secrets());
        return new AuthleteUnreadableResponseException(
                answered(code, response.resultMessage(), 1),
                "The answer has no requestId: " + FailureFactory.reason(code, response.resultMessage(), request.secrets()),
                null);
    }

    /**
     * @param status the status of the batch, which is final and no success
     * @param polls how often the status was polled
     */
    public AuthleteException failed(String requestId, TokenBatchStatus status, int polls) {
        String code = SecretScrubber.scrub(status.errorCode(), Set.of());
        return new AuthleteBatchFailedException(
                answered(code, status.errorDescription(), polls),
                "The batch " + SecretScrubber.identifier(requestId) + " has ended with "
                        + SecretScrubber.scrub(status.result().value(), Set.of()) + ": "
                        + FailureFactory.reason(code, status.errorDescription(), Set.of()),
                requestId, status);
    }

    /**
     * @param last the last known status of the batch, {@code null} if there is none
     * @param polls how often the status was polled
     * @param cause why the last poll failed, {@code null} if it did not
     * @return the exception for a batch that has not ended in time
     */
    public AuthleteException notFinished(String requestId, Duration limit, TokenBatchStatus last, int polls,
            AuthleteException cause) {
        return new AuthleteBatchTimeoutException(status(polls), "The batch " + SecretScrubber.identifier(requestId)
                + " has not ended within " + limit.toMillis() + " ms. It continues at the server: wait for it again by this ID"
                + (cause == null ? "" : ". The last poll of its status failed"), requestId, last, cause);
    }

    /** @return the exception for a wait that the end of the application has ended */
    public AuthleteException stopping(int polls) {
        return new AuthleteException(status(polls), "The application is stopping", null);
    }

    private FailedCall status(int polls) {
        return failures.call(TokenOperation.BATCH_STATUS, true, Outcome.UNKNOWN).attempts(polls).build();
    }

    private FailedCall answered(String code, String message, int attempts) {
        return failures.call(TokenOperation.CREATE_BATCH, false, Outcome.UNKNOWN).attempts(attempts).status(OK)
                .resultCode(code).resultMessage(message).build();
    }
}
