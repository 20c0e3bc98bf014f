package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.model.TokenResponse;

/**
 * HTTP status 200, but the {@code action} in the answer is not {@code OK}: no token was created or updated.
 *
 * @since 1.0.0
 */
public class AuthleteActionException extends AuthleteResponseException {

    private final transient @Nullable TokenResponse response;

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param response the answer
     */
    public AuthleteActionException(FailedCall call, String reason, @Nullable TokenResponse response) {
        super(call, reason, null);
        this.response = response;
    }

    /**
     * @return the answer: a {@link io.quarkiverse.authlete.model.TokenCreateResponse} or
     *         {@link io.quarkiverse.authlete.model.TokenUpdateResponse}; {@code null} only after Java serialization
     */
    public @Nullable TokenResponse response() {
        return response;
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteActionException(call, reason, response);
    }
}
