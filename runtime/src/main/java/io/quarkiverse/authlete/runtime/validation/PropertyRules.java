package io.quarkiverse.authlete.runtime.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.quarkiverse.authlete.model.Property;

/** What the API demands of the properties of a token. */
final class PropertyRules {

    private static final String FIELD = "properties";

    /** The server leaves these out and says nothing. */
    private static final Set<String> RESERVED_KEYS = Set.of("access_token", "token_type", "expires_in", "refresh_token",
            "scope", "error", "error_description", "error_uri", "id_token");

    /** The server has room for 65,535 characters of base64url. How much it adds before is not public. */
    private static final int MAX_BYTES = 65_535 * 3 / 4;

    private PropertyRules() {
    }

    static void apply(Check check, List<Property> properties) {
        if (properties == null) {
            return;
        }
        long bytes = 0;
        for (int i = 0; i < properties.size(); i++) {
            String key = properties.get(i).key();
            if (key == null || key.isBlank()) {
                throw check.refused(FIELD, "has no key at index " + i + ": give every property a key");
            }
            if (RESERVED_KEYS.contains(key)) {
                throw check.refused(FIELD,
                        "has the reserved key " + key + " at index " + i
                                + ", which the server would ignore: choose another key");
            }
            bytes += length(key) + length(properties.get(i).value());
        }
        if (bytes > MAX_BYTES) {
            throw check.refused(FIELD, "has keys and values of " + bytes
                    + " bytes, more than the server can store: keep the JSON of all properties below 49,000 bytes");
        }
    }

    private static int length(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
