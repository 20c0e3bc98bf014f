package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

/** Writes the members that several responses share; what a token does not have is left out. */
final class TokenJson {

    private TokenJson() {
    }

    /** The beginning of an answer that tells of a success. */
    static ObjectNode success(ResultCode code, String detail) {
        return result(JsonNodeFactory.instance.objectNode(), code, code.message(detail));
    }

    static ObjectNode result(ObjectNode response, ResultCode code, String message) {
        return response.put("resultCode", code.code()).put("resultMessage", message);
    }

    static void putText(ObjectNode json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    static void putTexts(ObjectNode json, String name, List<String> values) {
        if (values != null) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
        }
    }

    /** The form in which authorization details are kept: null if they have no elements. */
    static String authorizationDetailsText(ObjectNode details) {
        return details.path("elements").isEmpty() ? null : details.toString();
    }

    /** Puts what is kept as JSON text already. */
    static void putJson(ObjectNode json, String name, String text) {
        if (text != null) {
            json.putRawValue(name, new RawValue(text));
        }
    }
}
