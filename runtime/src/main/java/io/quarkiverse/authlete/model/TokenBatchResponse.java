package io.quarkiverse.authlete.model;

/**
 * A batch that the server has taken: the answer of {@code POST /api/{serviceId}/auth/token/create/batch}. Nothing may have
 * been created yet.
 *
 * @param resultCode Authlete's result code; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 * @param requestId the ID of the batch, by which its status is asked for. The clients return it always, except for a dry run
 *        for which the server has sent none; then it is {@code null}.
 */
public record TokenBatchResponse(String resultCode, String resultMessage, String requestId) implements TokenResponse {

    /** Masks what looks like a token in the message. */
    @Override
    public String toString() {
        return Text.of(TokenBatchResponse.class)
                .add("resultCode", Text.scrub(resultCode))
                .add("resultMessage", Text.scrub(resultMessage))
                .add("requestId", requestId)
                .toString();
    }
}
