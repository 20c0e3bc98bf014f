package io.quarkiverse.authlete.deployment.devservice;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What goes back to the caller; a null body means none. */
record ApiResponse(int status, Map<String, String> headers, JsonNode body) {

    static ApiResponse ok(JsonNode body) {
        return new ApiResponse(200, Map.of(), body);
    }

    static ApiResponse noContent() {
        return new ApiResponse(204, Map.of(), null);
    }

    /** Bodies of create and update hold token values. */
    @Override
    public String toString() {
        return "ApiResponse[" + status + "]";
    }
}
