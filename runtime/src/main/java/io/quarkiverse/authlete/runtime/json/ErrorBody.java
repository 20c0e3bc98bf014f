package io.quarkiverse.authlete.runtime.json;

/**
 * The body of an HTTP error of the API.
 *
 * @param resultCode Authlete's result code, such as {@code A001202}; a JSON number is read as text; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 */
public record ErrorBody(String resultCode, String resultMessage) {
}
