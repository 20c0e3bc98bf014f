package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads a request body in either of the two encodings the API takes. */
final class RequestBodyReader {

    static final String BATCH = "requests";

    private static final Set<String> LISTS = Set.of("scopes", "resources");

    /** Structured members are accepted as JSON only; in a form they are unknown, and so ignored. */
    private static final Set<String> JSON_ONLY = Set.of("properties", "authorizationDetails");

    private final JsonCodec json;

    RequestBodyReader(JsonCodec json) {
        this.json = json;
    }

    RequestFields read(Endpoint endpoint, String contentType, byte[] body) {
        if (contentType == null || contentType.isBlank()) {
            throw RefusedException.http(400, ResultCode.CONTENT_TYPE_MISSING, "Content-Type is missing.");
        }
        return endpoint == Endpoint.CREATE_BATCH ? readBatch(contentType, body) : read(contentType, body);
    }

    private RequestFields read(String contentType, byte[] body) {
        switch (mediaType(contentType)) {
            case "application/json":
                return readJson(body);
            case "application/x-www-form-urlencoded":
                return readForm(body);
            default:
                throw unsupported("Content-Type must be application/json or application/x-www-form-urlencoded.");
        }
    }

    /** A batch is a JSON array; here it is the member {@link #BATCH} of an object. */
    private RequestFields readBatch(String contentType, byte[] body) {
        if (!mediaType(contentType).equals("application/json")) {
            throw unsupported("Content-Type must be application/json.");
        }
        ArrayNode array = json.readArray(body);
        if (array == null) {
            throw RefusedException.framework(400, "The request body cannot be read as a JSON array, or is nested too deeply.");
        }
        return unicode(JsonNodeFactory.instance.objectNode().set(BATCH, array));
    }

    private static RefusedException unsupported(String detail) {
        return RefusedException.framework(415, detail);
    }

    /** The type without its parameters, in lower case. */
    static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private RequestFields readJson(byte[] body) {
        ObjectNode object = json.readObject(body);
        if (object == null) {
            throw RefusedException.framework(400, "The request body cannot be read as a JSON object, or is nested too deeply.");
        }
        return unicode(object);
    }

    private static RequestFields unicode(ObjectNode members) {
        if (!JsonCodec.isUnicode(members)) {
            throw RefusedException.framework(400, JsonCodec.NOT_UNICODE + ".");
        }
        return new RequestFields(members);
    }

    private RequestFields readForm(byte[] body) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        pairs(body).forEach((name, values) -> {
            if (LISTS.contains(name)) {
                ArrayNode list = object.putArray(name);
                values.stream().flatMap(RequestBodyReader::items).forEach(list::add);
            } else if (!JSON_ONLY.contains(name)) {
                object.put(name, values.get(0));
            }
        });
        return new RequestFields(object);
    }

    private static Map<String, List<String>> pairs(byte[] body) {
        try {
            return UrlEncoding.decodePairs(UrlEncoding.utf8(body));
        } catch (IllegalArgumentException e) {
            throw RefusedException.framework(400, "The form is not percent-encoded UTF-8.");
        }
    }

    /** Lists may repeat the parameter, or separate their items by spaces. A comma may be a part of a scope or a URI. */
    private static Stream<String> items(String value) {
        return Stream.of(value.split(" +")).filter(item -> !item.isEmpty());
    }
}
