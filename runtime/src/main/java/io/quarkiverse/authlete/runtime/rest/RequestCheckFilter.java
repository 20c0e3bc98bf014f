package io.quarkiverse.authlete.runtime.rest;

import java.net.URI;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** Lets no request out whose path or headers could mean something else to the server than to the caller. */
final class RequestCheckFilter implements ResteasyReactiveClientRequestFilter {

    private final RequestValidator validator;
    private final URI base;

    RequestCheckFilter(RequestValidator validator, URI base) {
        this.validator = validator;
        this.base = base;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        CallInfo call = CallInfo.of(request.unwrap(RestClientRequestContext.class));
        try {
            call.check(validator);
        } catch (AuthleteInvalidRequestException refused) {
            request.suspend();
            request.resume(refused);
            return;
        }
        request.setUri(PathEncoding.strict(request.getUri(), base));
    }
}
