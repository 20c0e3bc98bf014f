package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP status other than success without a result of Authlete, from a proxy for example.
 *
 * @since 1.0.0
 */
public class AuthleteHttpException extends AuthleteResponseException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteHttpException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteHttpException(call, reason, getCause());
    }
}
