package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer in time.
 *
 * @since 1.0.0
 */
public class AuthleteTimeoutException extends AuthleteException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteTimeoutException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteTimeoutException(call, reason, getCause());
    }
}
