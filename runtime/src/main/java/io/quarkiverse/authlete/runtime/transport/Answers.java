package io.quarkiverse.authlete.runtime.transport;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.json.TokenResponseReader;

/** From a complete answer to what the caller gets. */
record Answers(FailureFactory failures, TokenResponseReader successes, ErrorAnswers errors) {

    private static final int FIRST_ERROR = 300;
    /** Says that it is not done yet, if it ever will be (RFC 9110, 15.3.3). */
    private static final int ACCEPTED = 202;

    /**
     * @param headers made for those who look at them
     * @param body the body, or what is kept of that of an error
     * @param apiToken the API token that went with the request
     * @param nonce the DPoP nonce that went with the request, may be {@code null}
     * @throws AuthleteException if the answer is not what the caller asked for
     */
    @SuppressWarnings("unchecked")
    <T> T read(Request<T> request, int status, Supplier<Map<String, List<String>>> headers, BodyParts body,
            String apiToken, String nonce) {
        if (status >= FIRST_ERROR) {
            throw errors.failure(request.info(), status, headers.get(), body.text(), apiToken, nonce);
        }
        errors.rememberNonce(headers);
        return (T) success(request, status, headers, body);
    }

    private Object success(Request<?> request, int status, Supplier<Map<String, List<String>>> headers, BodyParts body) {
        Class<?> type = request.endpoint().responseType();
        if (body.length() > 0) {
            Object answer = successes.read(type, request::info, status, headers, body);
            return type == Void.class ? null : answer;
        }
        if (type != Void.class || status == ACCEPTED) {
            throw failures.unreadable(request.info(), status, headers.get(), "The answer has no body");
        }
        return null;
    }
}
