package io.quarkiverse.authlete.deployment.devservice;

import java.util.Map;

/**
 * One HTTP request as it came in: nothing decoded, nothing checked.
 *
 * @param path the path as sent, still percent-encoded
 * @param query the query as sent, or null
 * @param headers the headers, with lower-case names; several values of one are separated by commas
 * @param body the body, or null if it was too large to keep
 */
record ApiRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** @return the value of the header, or null */
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Path, query and headers may hold tokens. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + "]";
    }
}
