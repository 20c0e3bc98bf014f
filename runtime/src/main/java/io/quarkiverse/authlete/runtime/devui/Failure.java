package io.quarkiverse.authlete.runtime.devui;

import io.quarkiverse.authlete.error.AuthleteException;

/**
 * Why a call failed, without secrets: headers and body of the answer are left out.
 *
 * @param type the name of the exception; {@code null}, as all but the message, if it is not a call of the API that failed
 * @param status the HTTP status, {@code null} if there was no answer
 * @param resultCode Authlete's result code, {@code null} if there was none
 * @param outcome what is known about the effect
 * @param attempts how many requests were sent or tried
 * @param retryAfterSeconds how long the server asked to wait, {@code null} if it did not
 */
public record Failure(String type, String message, String operation, String service, Integer status, String resultCode,
        String outcome, Integer attempts, Long retryAfterSeconds) {

    static Failure of(AuthleteException e) {
        return new Failure(e.getClass().getSimpleName(), message(e), e.operation().label(), e.service(),
                e.status(), e.resultCode(), e.outcome().name(), e.attempts(),
                e.retryAfter() == null ? null : e.retryAfter().toSeconds());
    }

    static Failure of(String message) {
        return new Failure(null, message, null, null, null, null, null, null, null);
    }

    /** Without the summary of the call, which has columns of its own. What to do is on a line of its own. */
    private static String message(AuthleteException e) {
        String summary = " [" + e.call() + "]";
        return e.getMessage().replace(summary + " ", "\n").replace(summary, "");
    }
}
