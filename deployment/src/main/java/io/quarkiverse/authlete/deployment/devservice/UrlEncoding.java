package io.quarkiverse.authlete.deployment.devservice;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes exactly one level of percent-encoding. Every method throws IllegalArgumentException for a broken one. */
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

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
