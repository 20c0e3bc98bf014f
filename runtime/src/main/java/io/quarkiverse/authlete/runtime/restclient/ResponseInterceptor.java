package io.quarkiverse.authlete.runtime.restclient;

import java.io.IOException;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.quarkiverse.authlete.runtime.json.TokenResponseReader;

/**
 * Reads the answers of the API, whatever media type they claim. An interceptor that ends the chain and not a
 * {@code MessageBodyReader}: the REST client would look for that with each answer, and could find one of the application.
 */
record ResponseInterceptor(TokenResponseReader reader) implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        CallInfo call = CallInfo.of(context);
        Object response = reader.read(context.getType(), call::request, call.status(), context::getHeaders,
                context.getInputStream());
        return context.getType() == Void.class ? null : response;
    }
}
