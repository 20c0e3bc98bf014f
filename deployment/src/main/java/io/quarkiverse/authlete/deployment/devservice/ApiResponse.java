package io.quarkiverse.authlete.deployment.devservice;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What goes back to the caller; a null body means none. */
record ApiResponse(int status, Map<String, String> headers, Body body) {

    sealed interface Body {
    }

    record Json(JsonNode tree) implements Body {

        /** Bodies of create and update hold token values. */
        @Override
        public String toString() {
            return "Json[]";
        }
    }

    record Text(String contentType, String text) implements Body {
    }

    static ApiResponse json(int status, JsonNode body) {
        return new ApiResponse(status, Map.of(), new Json(body));
    }

    static ApiResponse ok(JsonNode body) {
        return json(200, body);
    }

    static ApiResponse text(int status, String text) {
        return new ApiResponse(status, Map.of(), new Text("text/plain", text));
    }

    static ApiResponse noContent() {
        return new ApiResponse(204, Map.of(), null);
    }

    /** The answer to a request that makes the emulator itself fail. */
    static ApiResponse serverError(String path) {
        return json(500, JsonNodeFactory.instance.objectNode().put("resultCode", ResultCode.SERVER_ERROR.code())
                .put("resultMessage", ResultCode.SERVER_ERROR.message(path, "Authlete Server error.")));
    }

    ApiResponse with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, more, body);
    }
}
