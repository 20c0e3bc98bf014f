package io.quarkiverse.authlete.runtime.restclient;

import java.util.ArrayList;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;

/** Adds the headers of the configuration and of the call, and the API token of the service. */
final class RequestHeadersFilter implements ResteasyReactiveClientRequestFilter {

    private final Map<String, String> configured;
    private final ApiTokens tokens;
    private final FailureFactory failures;

    RequestHeadersFilter(Map<String, String> configured, ApiTokens tokens, FailureFactory failures) {
        this.configured = configured;
        this.tokens = tokens;
        this.failures = failures;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        CallInfo call = CallInfo.of(request.unwrap(RestClientRequestContext.class));
        configured.forEach(headers::putSingle);
        if (call.headers() != null && !call.headers().isEmpty()) {
            call.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        }
        String token = tokens.known();
        if (token != null) {
            authorize(request, call, token);
            return;
        }
        request.suspend();
        tokens.get().subscribe().with(fetched -> {
            authorize(request, call, fetched);
            request.resume();
        }, failure -> request.resume(failures.other(call.request(), failure, Outcome.NOT_SENT,
                "The API token could not be had from its provider")));
    }

    private static void authorize(ResteasyReactiveClientRequestContext request, CallInfo call, String token) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        call.authorized(token);
    }
}
