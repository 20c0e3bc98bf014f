package io.quarkiverse.authlete.runtime.restclient;

import java.net.URI;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/**
 * Lets no request out whose path or headers could mean something else to the server than to the caller, nor one that JSON
 * cannot hold: the REST client does not give a connection back when it fails to write to it.
 */
final class RequestCheckFilter implements ResteasyReactiveClientRequestFilter {

    private final RequestValidator validator;
    private final URI base;

    RequestCheckFilter(RequestValidator validator, URI base) {
        this.validator = validator;
        this.base = base;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        try {
            byte[] json = CallInfo.of(request.unwrap(RestClientRequestContext.class)).checked(validator);
            if (json != null) {
                request.setEntity(new JsonBody(json), request.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
            }
        } catch (AuthleteInvalidRequestException refused) {
            request.suspend();
            request.resume(refused);
            return;
        }
        request.setUri(PathEncoding.strict(request.getUri(), base));
    }
}
