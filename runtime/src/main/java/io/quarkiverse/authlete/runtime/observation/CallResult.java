package io.quarkiverse.authlete.runtime.observation;

import java.time.Duration;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenResponse;

/**
 * How a call or an attempt has ended. It does not hold the answer, so that an observer cannot let a token out.
 *
 * @param status the HTTP status of the answer, that of the last attempt for a call; {@code null} if there was no answer
 * @param resultCode Authlete's result code, {@code null} if there was none that looks like one
 * @param failure why it failed, {@code null} unless it did
 * @param recovered whether a create succeeded although its answer was lost, see {@link TokenCreateResponse#recovered()}
 */
public record CallResult(Kind kind, Duration duration, Integer status, String resultCode, AuthleteException failure,
        boolean recovered) {

    static CallResult of(Object answer, Throwable failure, boolean cancelled, int status, Duration duration) {
        Integer answered = status == 0 ? null : status;
        if (cancelled) {
            return new CallResult(Kind.CANCELLED, duration, answered, null, null, false);
        }
        if (failure == null) {
            String resultCode = answer instanceof TokenResponse response ? response.resultCode() : null;
            return new CallResult(Kind.SUCCESS, duration, answered, checked(resultCode), null,
                    answer instanceof TokenCreateResponse created && created.recovered());
        }
        AuthleteException authlete = failure instanceof AuthleteException known ? known : null;
        return new CallResult(Kind.FAILURE, duration, answered,
                authlete == null ? null : checked(authlete.resultCode()), authlete, false);
    }

    /** It goes to logs and metrics, so a server cannot put just anything there: a letter and 3 to 9 digits. */
    private static String checked(String resultCode) {
        if (resultCode == null || resultCode.length() < 4 || resultCode.length() > 10 || resultCode.charAt(0) < 'A'
                || resultCode.charAt(0) > 'Z') {
            return null;
        }
        for (int i = 1; i < resultCode.length(); i++) {
            if (resultCode.charAt(i) < '0' || resultCode.charAt(i) > '9') {
                return null;
            }
        }
        return resultCode;
    }
}
