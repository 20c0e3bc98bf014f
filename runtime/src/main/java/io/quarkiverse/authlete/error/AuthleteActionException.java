package io.quarkiverse.authlete.error;

import io.quarkiverse.authlete.model.TokenResponse;

/**
 * HTTP status 200, but the {@code action} in the answer is not {@code OK}: no token was created or updated.
 */
public class AuthleteActionException extends AuthleteException {

    private final transient TokenResponse response;

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param response the answer
     */
    public AuthleteActionException(FailedCall call, String reason, TokenResponse response) {
        super(call, reason, null);
        this.response = response;
    }

    /**
     * @return the answer: a {@link io.quarkiverse.authlete.model.TokenCreateResponse} or
     *         {@link io.quarkiverse.authlete.model.TokenUpdateResponse}; {@code null} after Java serialization
     */
    public TokenResponse response() {
        return response;
    }

    @Override
    protected AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteActionException(call, reason, response);
    }
}
