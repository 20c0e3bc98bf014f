package io.quarkiverse.authlete.runtime.observation;

import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;

/** What went wrong, as a short word: one for each exception that a caller can tell apart. */
public enum FailureKind {
    /** {@link AuthleteInvalidRequestException} */
    INVALID_REQUEST,
    /** {@link AuthleteCallNotPermittedException} */
    NOT_PERMITTED,
    /** {@link AuthleteConnectionException} */
    CONNECTION,
    /** {@link AuthleteTimeoutException} */
    TIMEOUT,
    /** {@link AuthleteHttpException} */
    HTTP,
    /** {@link AuthleteResultException} */
    RESULT,
    /** {@link AuthleteActionException} */
    ACTION,
    /** {@link AuthleteUnreadableResponseException} */
    UNREADABLE_RESPONSE,
    /** Any other. */
    OTHER;

    /** @return the name as it appears in metrics and health checks: {@code invalid_request}, ... */
    public String label() {
        return switch (this) {
            case INVALID_REQUEST -> "invalid_request";
            case NOT_PERMITTED -> "not_permitted";
            case CONNECTION -> "connection";
            case TIMEOUT -> "timeout";
            case HTTP -> "http";
            case RESULT -> "result";
            case ACTION -> "action";
            case UNREADABLE_RESPONSE -> "unreadable_response";
            case OTHER -> "other";
        };
    }

    /**
     * @param failure a failure, may be {@code null}
     * @return its kind
     */
    public static FailureKind of(AuthleteException failure) {
        if (failure instanceof AuthleteInvalidRequestException) {
            return INVALID_REQUEST;
        }
        if (failure instanceof AuthleteCallNotPermittedException) {
            return NOT_PERMITTED;
        }
        if (failure instanceof AuthleteConnectionException) {
            return CONNECTION;
        }
        if (failure instanceof AuthleteTimeoutException) {
            return TIMEOUT;
        }
        if (failure instanceof AuthleteHttpException) {
            return HTTP;
        }
        if (failure instanceof AuthleteResultException) {
            return RESULT;
        }
        if (failure instanceof AuthleteActionException) {
            return ACTION;
        }
        return failure instanceof AuthleteUnreadableResponseException ? UNREADABLE_RESPONSE : OTHER;
    }
}
