package io.quarkiverse.authlete.model;

/**
 * The answer of {@code POST /api/{serviceId}/auth/token/revoke}.
 *
 * @param resultCode Authlete's result code, such as {@code A312001}; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 * @param count how many access tokens were revoked; one with its refresh token counts once
 */
public record TokenRevokeResponse(String resultCode, String resultMessage, long count) implements TokenResponse {

    /** Masks what looks like a token. */
    @Override
    public String toString() {
        return Text.of(TokenRevokeResponse.class)
                .add("resultCode", Text.scrub(resultCode))
                .add("resultMessage", Text.scrub(resultMessage))
                .add("count", count)
                .toString();
    }
}
