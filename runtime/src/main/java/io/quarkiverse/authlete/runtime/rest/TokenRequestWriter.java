package io.quarkiverse.authlete.runtime.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

import com.fasterxml.jackson.databind.ObjectWriter;

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
        Json.WRITER.writeValue(body, request);
    }

    /** Made by the first request, as a mapper takes its time; in a native executable, by the build. */
    private static final class Json {

        static final ObjectWriter WRITER = TokenJson.newMapper().writer();
    }
}
