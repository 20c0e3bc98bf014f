package io.quarkiverse.authlete.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent, because the circuit breaker is open, or the rate limit or the bulkhead of the service is used up.
 *
 * @since 1.0.0
 */
public class AuthleteCallNotPermittedException extends AuthleteException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteCallNotPermittedException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteCallNotPermittedException(call, reason, getCause());
    }
}
