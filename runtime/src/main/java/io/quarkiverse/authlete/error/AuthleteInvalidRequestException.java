package io.quarkiverse.authlete.error;

/**
 * The request cannot be sent as it is: nothing was sent, and the message names the field to change.
 *
 * @since 1.0.0
 */
public class AuthleteInvalidRequestException extends AuthleteException {

    private final String field;

    /**
     * @param call what is known of the call
     * @param field the field of the request that is wrong, as the API names it
     * @param reason what is wrong with it, without its value if that may be a secret
     */
    public AuthleteInvalidRequestException(FailedCall call, String field, String reason) {
        super(call, reason, null);
        this.field = field;
    }

    /** @return the field of the request that is wrong, as the API names it */
    public String field() {
        return field;
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteInvalidRequestException(call, field, reason);
    }
}
