package io.quarkiverse.authlete.runtime.transport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.DpopError;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.DpopRefusedException;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;
import io.quarkiverse.authlete.runtime.json.TokenResponseReader;

/** From a complete answer to what the caller gets. */
final class Answers {

    static final String DPOP_NONCE = "DPoP-Nonce";

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int FIRST_ERROR = 300;
    /** Says that it is not done yet, if it ever will be (RFC 9110, 15.3.3). */
    private static final int ACCEPTED = 202;

    private final FailureFactory failures;
    private final TokenResponseReader successes;
    private final ApiTokens tokens;
    private final ServiceDpop dpop;
    private final ServerRoute route;

    /** @param dpop that of the service; {@code null} if it uses Bearer tokens */
    Answers(FailureFactory failures, TokenResponseReader successes, ApiTokens tokens, ServiceDpop dpop, ServerRoute route) {
        this.failures = failures;
        this.successes = successes;
        this.tokens = tokens;
        this.dpop = dpop;
        this.route = route;
    }

    /**
     * @param supplied the DPoP nonce in an answer, {@code null} if it has none
     * @return whether it has one, which is used from now on
     */
    boolean rememberNonce(String supplied) {
        return dpop != null && dpop.remember(supplied);
    }

    /**
     * @param before why the attempt before failed, {@code null} if there was none
     * @return the DPoP nonce for the next proof, {@code null} if there is none: that of its own refusal, since the answer to
     *         another call may have brought one that is used up by now
     */
    String nonceAfter(AuthleteException before) {
        return before instanceof DpopRefusedException refused && refused.nonceSupplied()
                ? first(refused.headers(), DPOP_NONCE)
                : dpop.nonce();
    }

    /**
     * @param request the request
     * @param status the HTTP status
     * @param headers the headers, made for those who look at them
     * @param body the body, or what is kept of that of an error
     * @param apiToken the API token that went with the request
     * @param nonce the DPoP nonce that went with the request, may be {@code null}
     * @param nonceSupplied whether the answer has brought another
     * @return the answer
     * @throws AuthleteException if it is not what the caller asked for
     */
    @SuppressWarnings("unchecked")
    <T> T read(Request<T> request, int status, Supplier<Map<String, List<String>>> headers, BodyParts body,
            String apiToken, String nonce, boolean nonceSupplied) {
        if (status < FIRST_ERROR) {
            return (T) success(request, status, headers, body);
        }
        throw failure(request.info(), status, headers.get(), body.text(), apiToken, nonce, nonceSupplied);
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

    private AuthleteException failure(RequestInfo request, int status, Map<String, List<String>> headers, String body,
            String apiToken, String nonce, boolean nonceSupplied) {
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            return failures.proxyRefused(request, status, headers, body, route);
        }
        if (dpop != null && (status == BAD_REQUEST || status == UNAUTHORIZED)) {
            Optional<DpopError> error = DpopError.in(all(headers, "WWW-Authenticate"), body);
            if (error.isPresent()) {
                return failures.dpopRefused(request, status, headers, body, error.get(), nonce != null, nonceSupplied);
            }
        }
        if (status == UNAUTHORIZED) {
            tokens.refused(apiToken);
        }
        return failures.httpError(request, status, headers, body);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = all(headers, name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static List<String> all(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream()).toList();
    }
}
