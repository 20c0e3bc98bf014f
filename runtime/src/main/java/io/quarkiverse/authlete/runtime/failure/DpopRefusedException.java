package io.quarkiverse.authlete.runtime.failure;

import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.FailedCall;

/** The server has refused the DPoP proof, and so has looked neither at the API token nor at the request. */
public final class DpopRefusedException extends AuthleteResultException {

    private static final long serialVersionUID = 1L;

    private final boolean nonceSupplied;

    /**
     * @param call what is known of the call
     * @param reason what is wrong with the proof
     * @param nonceSupplied whether the server has supplied a nonce for another proof
     */
    public DpopRefusedException(FailedCall call, String reason, boolean nonceSupplied) {
        super(call, reason, null);
        this.nonceSupplied = nonceSupplied;
    }

    /** @return whether the server has supplied a nonce for another proof */
    public boolean nonceSupplied() {
        return nonceSupplied;
    }

    @Override
    protected DpopRefusedException copy(FailedCall call, String reason) {
        return new DpopRefusedException(call, reason, nonceSupplied);
    }
}
