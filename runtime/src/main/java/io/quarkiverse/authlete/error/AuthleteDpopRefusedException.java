package io.quarkiverse.authlete.error;

/**
 * The server refused the DPoP proof (RFC 9449, 7.1), and so looked neither at the API token nor at the request. The message
 * tells what to check.
 *
 * @since 1.0.0
 */
public class AuthleteDpopRefusedException extends AuthleteResultException {

    private final boolean nonceSupplied;

    /**
     * @param call what is known of the call
     * @param reason what is wrong with the proof
     * @param nonceSupplied whether the server supplied a nonce for another proof
     */
    public AuthleteDpopRefusedException(FailedCall call, String reason, boolean nonceSupplied) {
        super(call, reason, null);
        this.nonceSupplied = nonceSupplied;
    }

    /** @return whether the server supplied a nonce for another proof (RFC 9449, 8) */
    public boolean nonceSupplied() {
        return nonceSupplied;
    }

    @Override
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteDpopRefusedException(call, reason, nonceSupplied);
    }
}
