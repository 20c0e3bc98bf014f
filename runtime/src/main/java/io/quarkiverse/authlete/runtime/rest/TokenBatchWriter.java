package io.quarkiverse.authlete.runtime.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.runtime.json.TokenJson;

/** Writes the requests of a batch in the same JSON as {@link TokenRequestWriter}; no other request is a list. */
final class TokenBatchWriter implements MessageBodyWriter<List<TokenCreateRequest>> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return List.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(List<TokenCreateRequest> requests, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        TokenJson.requestWriter().writeValue(body, requests);
    }
}
