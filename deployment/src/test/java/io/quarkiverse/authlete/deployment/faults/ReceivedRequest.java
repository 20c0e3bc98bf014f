package io.quarkiverse.authlete.deployment.faults;

/**
 * A request that has arrived completely.
 *
 * @param method the HTTP method
 * @param path the path with the query
 * @param head the request line and the headers, as they came
 * @param body the body, empty if there is none
 * @param arrival when the last byte arrived, as {@link System#nanoTime()} tells
 */
record ReceivedRequest(String method, String path, String head, String body, long arrival) {
}
