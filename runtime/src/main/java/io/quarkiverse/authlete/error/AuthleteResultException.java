package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP error with a result of Authlete: {@code resultCode} and {@code resultMessage} tell why.
 *
 * @since 1.0.0
 */
public class AuthleteResultException extends AuthleteResponseException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteResultException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteResultException(call, reason, getCause());
    }
}
