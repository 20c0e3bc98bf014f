package io.quarkiverse.authlete.deployment.devservice;

/**
 * One HTTP request as it came in: nothing decoded, nothing checked.
 *
 * @param path the path as sent, still percent-encoded
 * @param query the query as sent, or null
 * @param authorization the Authorization header, or null
 * @param contentType the Content-Type header, or null
 * @param body the body, or null if it was too large to keep
 */
record ApiRequest(String method, String path, String query, String authorization, String contentType, byte[] body) {

    /** Path, query and headers may hold tokens. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + "]";
    }
}
