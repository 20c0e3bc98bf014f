package io.quarkiverse.authlete.runtime.restclient;

import java.util.ArrayList;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;

/**
 * Adds the headers of the configuration and of the call, and the API token of the service; with DPoP, a new proof for each
 * attempt.
 */
final class RequestHeadersFilter implements ResteasyReactiveClientRequestFilter {

    private final Map<String, String> configured;
    private final ApiTokens tokens;
    private final ServiceDpop dpop;
    private final FailureFactory failures;

    /** @param dpop that of the service; {@code null} if it uses Bearer tokens */
    RequestHeadersFilter(Map<String, String> configured, ApiTokens tokens, ServiceDpop dpop, FailureFactory failures) {
        this.configured = configured;
        this.tokens = tokens;
        this.dpop = dpop;
        this.failures = failures;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        CallInfo call = CallInfo.of(request);
        configured.forEach(headers::putSingle);
        if (call.headers() != null) {
            call.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        }
        request.suspend();
        tokens.get().subscribe().with(token -> authorize(request, call, token),
                failure -> request.resume(failures.noApiToken(call.request(), failure)));
    }

    private void authorize(ResteasyReactiveClientRequestContext request, CallInfo call, String token) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        if (dpop == null) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            call.authorized(token, null);
        } else {
            try {
                String nonce = dpop.nonce();
                headers.putSingle(HttpHeaders.AUTHORIZATION, "DPoP " + token);
                headers.putSingle("DPoP", dpop.proof(request.getMethod(), request.getUri(), token, nonce));
                call.authorized(token, nonce);
            } catch (RuntimeException e) {
                request.resume(failures.other(call.request(), e, Outcome.NOT_SENT, "The DPoP proof could not be signed"));
                return;
            }
        }
        request.resume();
    }
}
