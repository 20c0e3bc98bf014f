package io.quarkiverse.authlete.runtime.restclient;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.runtime.transport.RequestPaths;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/**
 * Lets no request out whose path or headers could mean something else to the server than to the caller, nor one that JSON
 * cannot hold: the REST client does not give a connection back when it fails to write to it.
 */
final class RequestCheckFilter implements ResteasyReactiveClientRequestFilter {

    private final RequestValidator validator;
    private final RequestPaths paths;

    RequestCheckFilter(RequestValidator validator, RequestPaths paths) {
        this.validator = validator;
        this.paths = paths;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        try {
            CallInfo call = CallInfo.of(request);
            byte[] json = call.checked(validator);
            if (json != null) {
                request.setEntity(new JsonBody(json), request.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
            }
            // The REST client leaves in a path what RFC 3986 allows there, although it is special to some servers.
            String query = request.getUri().getRawQuery();
            request.setUri(paths.target(call.serviceId(), call.path() + (query == null ? "" : "?" + query)));
        } catch (AuthleteInvalidRequestException refused) {
            request.suspend();
            request.resume(refused);
        }
    }
}
