package io.quarkiverse.authlete.runtime.call;

import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;

/** Which failures say that the server is not well. */
public final class ServerFailures {

    private static final int UNAVAILABLE = 503;

    private ServerFailures() {
    }

    /**
     * A server that answers and refuses is well; so is one whose caller has lost interest, has no connection left or no API
     * token to send.
     *
     * @param failure why a call failed
     * @return whether the server is not well
     */
    public static boolean isOne(Throwable failure) {
        if (failure instanceof AuthleteConnectionException) {
            return true;
        }
        return failure instanceof AuthleteException authlete && (authlete.outcome() == Outcome.UNKNOWN
                || authlete.status() != null && authlete.status() == UNAVAILABLE);
    }
}
