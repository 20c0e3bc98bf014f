package io.quarkiverse.authlete.runtime.restclient;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

import io.quarkiverse.authlete.runtime.restclient.JsonBodyWriter.JsonBody;

/** Puts requests that are JSON already into the body. */
final class JsonBodyWriter implements MessageBodyWriter<JsonBody> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public void writeTo(JsonBody request, Class<?> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        body.write(request.json());
    }

    /** Nobody else has a writer for this type, so nobody can get in between. */
    record JsonBody(byte[] json) {

        /** Leaves out the JSON: it may have tokens in it. */
        @Override
        public String toString() {
            return "JsonBody[length=" + json.length + "]";
        }
    }
}
