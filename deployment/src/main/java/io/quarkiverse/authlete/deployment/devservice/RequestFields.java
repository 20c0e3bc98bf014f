package io.quarkiverse.authlete.deployment.devservice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The members of a request body. Null is like absent; a scalar may be written as a string (as a form has to); any other
 * type than the member's is refused as malformed. Members nobody asks for are ignored.
 */
final class RequestFields {

    private final ObjectNode members;

    RequestFields(ObjectNode members) {
        this.members = members;
    }

    static RequestFields none() {
        return new RequestFields(JsonNodeFactory.instance.objectNode());
    }

    /** As they were sent. */
    ObjectNode members() {
        return members;
    }

    /** The empty string is like absent too: no member of this API means anything by it. */
    Optional<String> text(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw malformed(name, "a string");
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    OptionalLong number(String name) {
        JsonNode value = member(name);
        if (value == null || value.isTextual() && value.textValue().isEmpty()) {
            return OptionalLong.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        if (value.isTextual()) {
            try {
                return OptionalLong.of(WholeNumber.parse(value.textValue()));
            } catch (NumberFormatException e) {
                throw malformed(name, "a 64-bit integer");
            }
        }
        throw malformed(name, "a 64-bit integer");
    }

    Optional<Boolean> flag(String name) {
        JsonNode value = member(name);
        if (value == null || value.isTextual() && value.textValue().isEmpty()) {
            return Optional.empty();
        }
        String text = value.asText();
        if (!value.isValueNode() || !text.equals("true") && !text.equals("false")) {
            throw malformed(name, "true or false");
        }
        return Optional.of(Boolean.valueOf(text));
    }

    /** The different strings in their order. An empty list is not the same as no list. */
    Optional<List<String>> texts(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode item : array(name, value)) {
            if (!item.isTextual()) {
                throw malformed(name, "a list of strings");
            }
            if (!item.textValue().isEmpty()) {
                texts.add(item.textValue());
            }
        }
        return Optional.of(List.copyOf(texts));
    }

    /** The objects in a list; none if it is absent. */
    List<RequestFields> objects(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return List.of();
        }
        List<RequestFields> objects = new ArrayList<>();
        for (JsonNode item : array(name, value)) {
            objects.add(nested(name, item));
        }
        return objects;
    }

    /** Key, value and hidden of each property, as a JSON array. */
    Optional<ArrayNode> properties(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        ArrayNode properties = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : array(name, value)) {
            RequestFields property = nested(name, item);
            properties.addObject()
                    .put("key", property.text("key").orElseThrow(() -> malformed(name, "a list of properties with a key")))
                    .put("value", property.text("value").orElse(""))
                    .put("hidden", property.flag("hidden").orElse(false));
        }
        return Optional.of(properties);
    }

    /** The authorization details as they were sent, once every element is known to have a type. */
    Optional<ObjectNode> authorizationDetails(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        JsonNode elements = nested(name, value).member("elements");
        if (elements != null) {
            for (JsonNode element : array(name, elements)) {
                nested(name, element).text("type").orElseThrow(() -> malformed(name, "elements with a type"));
            }
        }
        return Optional.of((ObjectNode) value);
    }

    private JsonNode member(String name) {
        JsonNode value = members.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static JsonNode array(String name, JsonNode value) {
        if (!value.isArray()) {
            throw malformed(name, "a list");
        }
        return value;
    }

    private static RequestFields nested(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new RequestFields(object);
        }
        throw malformed(name, "made of objects");
    }

    private static RefusedException malformed(String name, String expected) {
        return RefusedException.framework(400, name + " must be " + expected + ".");
    }
}
