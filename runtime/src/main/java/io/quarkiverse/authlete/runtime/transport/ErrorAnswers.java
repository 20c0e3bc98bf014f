package io.quarkiverse.authlete.runtime.transport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.DpopError;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;

/**
 * From an answer with an error status to an exception.
 *
 * @param dpop that of the service; {@code null} if it uses Bearer tokens
 */
public record ErrorAnswers(FailureFactory failures, ApiTokens tokens, ServiceDpop dpop, ServerRoute route) {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /**
     * @param headers the headers of any answer, made for those who look at them
     * @return whether it supplies a DPoP nonce, which is used from now on
     */
    public boolean rememberNonce(Supplier<? extends Map<String, List<String>>> headers) {
        return dpop != null && dpop.remember(headers.get());
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
            Optional<DpopError> error = DpopError.in(all(headers, "WWW-Authenticate"), body);
            if (error.isPresent()) {
                return failures.dpopRefused(request, status, headers, body, error.get(), nonce != null, nonceSupplied);
            }
        }
        if (status == UNAUTHORIZED) {
            tokens.refused(apiToken);
            return failures.unauthorized(request, status, headers, body, tokens.source());
        }
        return failures.httpError(request, status, headers, body);
    }

    private static List<String> all(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream()).toList();
    }
}
