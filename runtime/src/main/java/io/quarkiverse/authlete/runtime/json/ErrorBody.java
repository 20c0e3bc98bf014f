package io.quarkiverse.authlete.runtime.json;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectReader;

/**
 * A result of the API without anything else: the body of an HTTP error, or of the answer of older servers to a delete.
 *
 * @param resultCode Authlete's result code, such as {@code A001202}; a JSON number is read as text; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 */
public record ErrorBody(String resultCode, String resultMessage) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @return the result in a body, which may be {@code null}; if there is none, one without code and message */
    public static ErrorBody in(String body) {
        String json = body == null ? "" : body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
        if (json.stripLeading().startsWith("{")) {
            try {
                return Reader.INSTANCE.readValue(json);
            } catch (IOException e) {
                // Not a result of Authlete: the status tells enough, and the body stays available.
            }
        }
        return new ErrorBody(null, null);
    }

    /** Made by the first error, as a mapper takes its time; in a native executable, by the build. */
    private static final class Reader {

        static final ObjectReader INSTANCE = TokenJson.newMapper().readerFor(ErrorBody.class);
    }
}
