package io.quarkiverse.authlete.runtime.restclient;

import java.util.ArrayList;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.restclient.JsonBodyWriter.JsonBody;
import io.quarkiverse.authlete.runtime.transport.Answers;
import io.quarkiverse.authlete.runtime.transport.RequestPaths;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/**
 * Lets no request out whose path or headers could mean something else to the server than to the caller, nor one that JSON
 * cannot hold: the REST client does not give a connection back when it fails to write to it. Then adds the headers of the
 * configuration and of the call, and the API token of the service; with DPoP, a new proof for each attempt.
 */
record RequestFilter(RequestValidator validator, RequestPaths paths, ServiceSettings settings, Answers answers)
        implements
            ResteasyReactiveClientRequestFilter {

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        request.suspend();
        try {
            CallInfo call = CallInfo.of(request);
            check(request, call);
            MultivaluedMap<String, Object> headers = request.getHeaders();
            settings.headers().forEach(headers::putSingle);
            if (call.headers() != null) {
                call.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
            }
            answers.tokens().get().subscribe().with(token -> authorize(request, call, token),
                    failure -> request.resume(answers.failures().noApiToken(call.request(), failure)));
        } catch (Throwable e) {
            // As an exception of this filter, the REST client would wrap it.
            request.resume(e);
        }
    }

    private void check(ResteasyReactiveClientRequestContext request, CallInfo call) {
        byte[] json = call.checked(validator);
        if (json != null) {
            request.setEntity(new JsonBody(json), request.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
        // The REST client leaves in a path what RFC 3986 allows there, although it is special to some servers.
        String query = request.getUri().getRawQuery();
        request.setUri(paths.target(call.serviceId(), call.path() + (query == null ? "" : "?" + query)));
    }

    private void authorize(ResteasyReactiveClientRequestContext request, CallInfo call, String token) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        ServiceDpop dpop = answers.dpop();
        if (dpop == null) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            call.authorized(token, null);
            request.resume();
            return;
        }
        String nonce = dpop.nonceAfter(null);
        dpop.proof(request.getMethod(), request.getUri(), token, nonce).onSuccess(proof -> {
            headers.putSingle(HttpHeaders.AUTHORIZATION, "DPoP " + token);
            headers.putSingle("DPoP", proof);
            call.authorized(token, nonce);
            request.resume();
        }).onFailure(
                e -> request.resume(answers.failures().other(call.request(), e, false, "The DPoP proof could not be signed")));
    }
}
