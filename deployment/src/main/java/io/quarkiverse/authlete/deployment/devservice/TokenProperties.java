package io.quarkiverse.authlete.deployment.devservice;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** The extra properties of tokens. */
final class TokenProperties {

    /** The members of token responses, which no property can be. */
    private static final Set<String> RESERVED = Set.of("access_token", "token_type", "expires_in", "refresh_token", "scope",
            "error", "error_description", "error_uri", "id_token");

    private static final int MAX_STORED_SIZE = 65_535;
    private static final int CIPHER_BLOCK = 16;

    private TokenProperties() {
    }

    /**
     * The properties of a request, without those that are reserved.
     *
     * @throws RefusedException with that code if they are too large
     */
    static Optional<ArrayNode> read(RequestFields fields, ResultCode tooLarge) {
        Optional<ArrayNode> properties = fields.properties("properties");
        properties.ifPresent(array -> {
            array.removeIf(property -> RESERVED.contains(property.path("key").textValue()));
            if (storedSize(array.toString()) > MAX_STORED_SIZE) {
                throw CreateRules.badRequest(tooLarge, "properties must not be larger than " + MAX_STORED_SIZE
                        + " bytes after their conversion to JSON, encryption and base64url encoding.");
            }
        });
        return properties;
    }

    /** The form in which properties are kept: null if there are none. */
    static String text(ArrayNode properties) {
        return properties.isEmpty() ? null : properties.toString();
    }

    /** The cipher is not public. Here it pads to whole blocks and adds nothing else, so that 49,135 bytes of JSON fit. */
    private static int storedSize(String json) {
        int encrypted = (json.getBytes(StandardCharsets.UTF_8).length / CIPHER_BLOCK + 1) * CIPHER_BLOCK;
        return (encrypted * 4 + 2) / 3;
    }
}
