package io.quarkiverse.authlete.model;

/**
 * The answer of {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
 *
 * @param resultCode Authlete's result code; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 * @param status the status of the batch; the clients fail if the answer has none
 */
public record TokenBatchStatusResponse(String resultCode, String resultMessage, TokenBatchStatus status)
        implements
            TokenResponse {

    /** Masks what looks like a token in the message. */
    @Override
    public String toString() {
        return Text.of(TokenBatchStatusResponse.class)
                .add("resultCode", Text.scrub(resultCode))
                .add("resultMessage", Text.scrub(resultMessage))
                .add("status", status)
                .toString();
    }
}
