package io.quarkiverse.authlete.runtime.tracing;

import io.quarkiverse.authlete.TokenOperation;

/**
 * What may be told of the URL of a request. The URL itself can hold a token (delete) or a subject (list).
 *
 * @param method the HTTP method
 * @param template the path with the names of its parameters
 */
record HttpRoute(String method, String template) {

    private static final String TOKENS = "/api/{serviceId}/auth/token";

    static HttpRoute of(TokenOperation operation) {
        return switch (operation) {
            case LIST -> new HttpRoute("GET", TOKENS + "/get/list");
            case CREATE -> new HttpRoute("POST", TOKENS + "/create");
            case CREATE_BATCH -> new HttpRoute("POST", TOKENS + "/create/batch");
            case BATCH_STATUS -> new HttpRoute("GET", TOKENS + "/create/batch/status/{requestId}");
            case UPDATE -> new HttpRoute("POST", TOKENS + "/update");
            case DELETE -> new HttpRoute("DELETE", TOKENS + "/delete/{accessTokenIdentifier}");
            case REVOKE -> new HttpRoute("POST", TOKENS + "/revoke");
        };
    }

    /** @return the name of the span of a request */
    String spanName() {
        return method + " " + template;
    }
}
