package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or the connection ended before the answer was complete.
 *
 * @since 1.0.0
 */
public class AuthleteConnectionException extends AuthleteException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteConnectionException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteConnectionException(call, reason, getCause());
    }
}
