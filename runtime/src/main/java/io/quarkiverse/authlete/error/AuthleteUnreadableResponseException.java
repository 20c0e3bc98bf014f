package io.quarkiverse.authlete.error;

/** A success status, but the body is missing, cut off or not what the API defines. */
public class AuthleteUnreadableResponseException extends AuthleteException {

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteUnreadableResponseException(FailedCall call, String reason, Throwable cause) {
        super(call, reason, cause);
    }

    @Override
    protected AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteUnreadableResponseException(call, reason, getCause());
    }
}
