package io.quarkiverse.authlete.runtime.failure;

import java.time.Duration;
import java.util.Set;

import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.ResponseAction;

/** What an answer tells about the effect of a request. */
public final class OutcomeRules {

    private static final int RESULT_CODE_LENGTH = 7;
    private static final int KIND = 4;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final String NOTHING_TO_DELETE = "A161202";
    private static final String ACCESS_TOKEN_IN_USE = "A144201";
    private static final String REFRESH_TOKEN_IN_USE = "A144202";
    private static final String NO_REFRESH_GRANT = "A108202";
    private static final Set<String> REFUSALS_OF_VALUES = Set.of(ACCESS_TOKEN_IN_USE, REFRESH_TOKEN_IN_USE, NO_REFRESH_GRANT);

    private OutcomeRules() {
    }

    /**
     * @param status an HTTP status other than success
     * @param retryAfter how long the server asks to wait; {@code null} if it does not say
     * @param result whether the body holds a result code or a result message of Authlete
     */
    public static Outcome ofError(int status, Duration retryAfter, boolean result) {
        // A server that refuses for now says when to come back, or why. A proxy answers 503 also when the server died after it
        // had the request. Other 5xx may come after it was processed. What is no status of RFC 9110 tells nothing.
        boolean refusedForNow = status == UNAVAILABLE && (retryAfter != null || result);
        return status >= 300 && status < 500 || refusedForNow ? Outcome.REJECTED : Outcome.UNKNOWN;
    }

    /**
     * Which status comes with the result code of Authlete is not documented.
     *
     * @return whether a delete failed because there is no such token, or none any more
     */
    public static boolean isGone(AuthleteException failure) {
        return failure.status() != null && failure.status() == NOT_FOUND
                || NOTHING_TO_DELETE.equals(failure.resultCode());
    }

    /**
     * A server that answers and refuses is well; so is one whose caller has lost interest, has no connection left or no API
     * token to send.
     *
     * @return whether a failure says that the server is not well
     */
    public static boolean isOfServer(Throwable failure) {
        return failure instanceof AuthleteConnectionException
                || failure instanceof AuthleteException authlete && (authlete.outcome() == Outcome.UNKNOWN
                        || authlete.status() != null && authlete.status() == UNAVAILABLE);
    }

    /**
     * Such a value is refused before anything is done. With which status and action is not documented.
     *
     * @return whether a create was refused because of a value chosen by the client, whatever else its answer says
     */
    public static boolean isRefusedValue(String resultCode) {
        return resultCode != null && REFUSALS_OF_VALUES.contains(resultCode);
    }

    /** @return whether a create was refused because a value chosen by the client is that of a token already */
    public static boolean isInUse(AuthleteException failure) {
        return isAccessTokenInUse(failure) || isRefreshTokenInUse(failure);
    }

    public static boolean isAccessTokenInUse(AuthleteException failure) {
        return ACCESS_TOKEN_IN_USE.equals(failure.resultCode());
    }

    public static boolean isRefreshTokenInUse(AuthleteException failure) {
        return REFRESH_TOKEN_IN_USE.equals(failure.resultCode());
    }

    /** @return whether a create was refused because it chooses a refresh token, and the service has none */
    public static boolean isWithoutRefreshGrant(AuthleteException failure) {
        return NO_REFRESH_GRANT.equals(failure.resultCode());
    }

    /** @param action an action other than OK */
    public static Outcome ofAction(ResponseAction action) {
        if (ResponseAction.BAD_REQUEST.equals(action) || ResponseAction.FORBIDDEN.equals(action)
                || ResponseAction.NOT_FOUND.equals(action)) {
            return Outcome.REJECTED;
        }
        return Outcome.UNKNOWN;
    }

    /** @return whether a result code, in an answer with a success status, says that the operation was done */
    public static boolean isSuccess(String resultCode) {
        return isResultCode(resultCode) && isGood(resultCode);
    }

    /** @return whether it says that the operation failed; not if it is no code of Authlete */
    public static boolean isFailure(String resultCode) {
        return isResultCode(resultCode) && !isGood(resultCode);
    }

    /** A pattern would cost each call more than the rest of the check. */
    private static boolean isResultCode(String text) {
        if (text == null || text.length() != RESULT_CODE_LENGTH || text.charAt(0) != 'A') {
            return false;
        }
        for (int i = 1; i < RESULT_CODE_LENGTH; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The third digit from the right is the kind: 0 is success, 4 is for the log only, all others are somebody's fault. */
    private static boolean isGood(String resultCode) {
        char kind = resultCode.charAt(KIND);
        return kind == '0' || kind == '4';
    }
}
