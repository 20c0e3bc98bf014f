package io.quarkiverse.authlete.runtime.json;

/**
 * A result of the API without anything else: the body of an HTTP error, or of the answer of older servers to a delete.
 *
 * @param resultCode Authlete's result code, such as {@code A001202}; a JSON number is read as text; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 */
public record ErrorBody(String resultCode, String resultMessage) {
}
