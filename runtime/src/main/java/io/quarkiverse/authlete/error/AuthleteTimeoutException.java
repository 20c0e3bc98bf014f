package io.quarkiverse.authlete.error;

/** No complete answer in time. */
public class AuthleteTimeoutException extends AuthleteException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteTimeoutException(FailedCall call, String reason, Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    protected AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteTimeoutException(call, reason, getCause());
    }
}
