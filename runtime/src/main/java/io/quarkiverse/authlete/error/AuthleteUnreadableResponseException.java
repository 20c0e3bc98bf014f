package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

/**
 * A success status, but the body is missing, cut off, not what the API defines, or says that the operation failed. In the last
 * case, {@link #resultCode()} and {@link #resultMessage()} tell why. The outcome is {@link Outcome#UNKNOWN}.
 *
 * @since 1.0.0
 */
public class AuthleteUnreadableResponseException extends AuthleteResponseException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteUnreadableResponseException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteUnreadableResponseException(call, reason, getCause());
    }
}
