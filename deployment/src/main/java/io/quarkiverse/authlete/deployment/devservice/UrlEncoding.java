package io.quarkiverse.authlete.deployment.devservice;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes exactly one level of percent-encoding. Every method throws IllegalArgumentException for a broken one, and for what
 * is not UTF-8.
 */
final class UrlEncoding {

    private UrlEncoding() {
    }

    /** In a path a plus sign is a plus sign. */
    static String decodePathSegment(String segment) {
        return decode(segment.replace("+", "%2B"));
    }

    /** The pairs of a query or of a form, in their order; a repeated name has several values. */
    static Map<String, List<String>> decodePairs(String text) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return pairs;
        }
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.computeIfAbsent(decode(name), key -> new ArrayList<>(1)).add(decode(value));
            }
        }
        return pairs;
    }

    /** ISO 8859-1 keeps every byte as it is. {@code URLDecoder} would make one and the same text of all that is not UTF-8. */
    private static String decode(String text) {
        byte[] bytes = URLDecoder.decode(latin1(text), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return utf8(bytes);
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        }
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
