package io.quarkiverse.authlete.deployment.devservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON text to and from trees, independent of any ObjectMapper of the application. */
final class JsonCodec {

    static final String NOT_UNICODE = "The JSON has half of a surrogate pair";

    /** Deep enough for every request, and half of what Jackson writes again when it is part of an answer. */
    private static final int MAX_DEPTH = 500;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            // A piece of the text in an exception's message could be a token.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** @return the object, or null if the text is not one JSON object */
    ObjectNode readObject(byte[] text) {
        return read(text) instanceof ObjectNode object ? object : null;
    }

    /** @return the array, or null if the text is not one JSON array */
    ArrayNode readArray(byte[] text) {
        return read(text) instanceof ArrayNode array ? array : null;
    }

    private JsonNode read(byte[] text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            return null;
        }
    }

    JsonNode read(String text) throws JsonProcessingException {
        return mapper.readTree(text);
    }

    /** @throws IllegalArgumentException if the text is not such an object; the message tells why */
    <T> T read(byte[] text, Class<T> type) {
        try {
            JsonNode tree = mapper.readTree(text);
            if (!isUnicode(tree)) {
                throw new IllegalArgumentException(NOT_UNICODE);
            }
            T value = mapper.treeToValue(tree, type);
            if (value == null) {
                throw new IllegalArgumentException("The body must be a JSON object");
            }
            return value;
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON can express half of a surrogate pair, but UTF-8 can't: who kept it could never show it. */
    static boolean isUnicode(JsonNode tree) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(tree.toString());
    }

    JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    byte[] write(JsonNode tree) {
        try {
            return mapper.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
