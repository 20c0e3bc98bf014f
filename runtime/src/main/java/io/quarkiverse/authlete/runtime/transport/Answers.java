package io.quarkiverse.authlete.runtime.transport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.netty.handler.codec.DecoderException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.HeaderRules;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.DpopError;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;
import io.quarkiverse.authlete.runtime.json.TokenResponseReader;

/**
 * From a complete answer to what the caller gets, with what that takes: the credentials of a service, and the way to it.
 * Headers are made for those who look at them.
 *
 * @param dpop that of the service; {@code null} if it uses Bearer tokens
 */
public record Answers(FailureFactory failures, TokenResponseReader successes, ApiTokens tokens, ServiceDpop dpop,
        ServerRoute route) {

    public static final int FIRST_FINAL = 200;
    public static final int FIRST_ERROR = 300;
    /** Says that it is not done yet, if it ever will be (RFC 9110, 15.3.3). */
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /**
     * @param body the body, or what is kept of that of an error
     * @param apiToken the API token that went with the request
     * @param nonce the DPoP nonce that went with the request, may be {@code null}
     * @throws AuthleteException if the answer is not what the caller asked for
     */
    @SuppressWarnings("unchecked")
    <T> T read(Request<T> request, int status, Supplier<Map<String, List<String>>> headers, BodyParts body,
            String apiToken, String nonce) {
        if (status >= FIRST_ERROR) {
            throw failure(request.info(), status, headers.get(), body.text(), apiToken, nonce);
        }
        Class<?> type = request.endpoint().responseType();
        Supplier<RequestInfo> info = request::info;
        checkSuccess(type, info, status, headers, body.length() > 0);
        Object answer = body.length() == 0 ? null : successes.read(type, info, status, headers, body);
        return type == Void.class ? null : (T) answer;
    }

    /**
     * Also takes the DPoP nonce that it supplies.
     *
     * @throws AuthleteException if it lacks the body that it must have
     */
    public void checkSuccess(Class<?> type, Supplier<RequestInfo> request, int status,
            Supplier<Map<String, List<String>>> headers, boolean hasBody) {
        rememberNonce(headers);
        if (!hasBody && (type != Void.class || status == ACCEPTED)) {
            throw failures.unreadable(request.get(), status, headers.get(), "The answer has no body");
        }
    }

    /**
     * @param body the body, or what is kept of it; {@code null} if there is none
     * @param apiToken the API token that went with the request
     * @param nonce the DPoP nonce that went with the request, may be {@code null}
     */
    public AuthleteException failure(RequestInfo request, int status, Map<String, List<String>> headers, String body,
            String apiToken, String nonce) {
        boolean nonceSupplied = rememberNonce(() -> headers);
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            return failures.proxyRefused(request, status, headers, body, route);
        }
        if (dpop != null && (status == BAD_REQUEST || status == UNAUTHORIZED)) {
            // A refused proof is no reason to renew the API token.
            Optional<DpopError> error = DpopError.in(HeaderRules.values(headers, "WWW-Authenticate").toList(), body);
            if (error.isPresent()) {
                return failures.dpopRefused(request, status, headers, body, error.get(), nonce != null, nonceSupplied);
            }
        }
        if (status == UNAUTHORIZED) {
            tokens.refused(apiToken);
        }
        return failures.httpError(request, status, headers, body,
                status == UNAUTHORIZED ? "The API token comes from " + tokens.source() : null);
    }

    /** @return why a status is that of no answer */
    public AuthleteException notFinal(RequestInfo request, int status) {
        return missing(request, new DecoderException("Status " + status + " is not that of an answer"), true);
    }

    /** @return why there is no complete answer, as for {@link FailureFactory#transport} */
    public AuthleteException missing(RequestInfo request, Throwable cause, boolean written) {
        return failures.transport(request, cause, written, route);
    }

    private boolean rememberNonce(Supplier<Map<String, List<String>>> headers) {
        return dpop != null && dpop.remember(headers.get());
    }
}
