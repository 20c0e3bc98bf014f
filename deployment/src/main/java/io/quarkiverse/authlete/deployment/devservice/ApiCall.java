package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;
import java.util.Map;

/**
 * The decoded input of one operation.
 *
 * @param identifier the last path segment, for endpoints that have one, else null
 * @param query the query parameters
 * @param fields the request body; without members for endpoints that have no body
 */
record ApiCall(String identifier, Map<String, List<String>> query, RequestFields fields) {

    /** A call without an identifier and a query. */
    static ApiCall ofBody(RequestFields fields) {
        return new ApiCall(null, Map.of(), fields);
    }

    /** The first value of a query parameter, or null if it is absent or empty. */
    String parameter(String name) {
        String value = query.getOrDefault(name, List.of("")).get(0);
        return value.isEmpty() ? null : value;
    }

    @Override
    public String toString() {
        return "ApiCall[]";
    }
}
