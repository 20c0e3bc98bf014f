package io.quarkiverse.authlete.runtime.rest;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;

/** Reads nothing: the success status of a delete tells enough, and what a proxy adds to it need not be JSON. */
final class NothingReader implements MessageBodyReader<Void> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Void.class;
    }

    @Override
    public Void readFrom(Class<Void> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) {
        return null;
    }
}
