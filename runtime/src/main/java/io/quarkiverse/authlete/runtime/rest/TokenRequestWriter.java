package io.quarkiverse.authlete.runtime.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.json.TokenJson;

/** Writes requests in the client's own JSON, whatever the application's {@code ObjectMapper} is set to. */
final class TokenRequestWriter implements MessageBodyWriter<TokenRequest> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return TokenRequest.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(TokenRequest request, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        TokenJson.requestWriter().writeValue(body, request);
    }
}
