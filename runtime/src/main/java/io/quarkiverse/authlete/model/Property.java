package io.quarkiverse.authlete.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A key and a value that a service attaches to a token. Visible ones become members of token responses, and claims of a JWT
 * access token; hidden ones only show in introspection. All properties of a token together may take 65,535 bytes after
 * Authlete has encrypted and encoded them: about 49,000 bytes of JSON.
 *
 * @param key the key; not one of {@code access_token}, {@code token_type}, {@code expires_in}, {@code refresh_token},
 *        {@code scope}, {@code error}, {@code error_description}, {@code error_uri} and {@code id_token}, which are reserved
 * @param value the value, may be {@code null}; {@link #toString()} masks it if it is hidden
 * @param hidden whether client applications must not see it; {@code false} if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Property(String key, String value, boolean hidden) {

    /**
     * @param key the key
     * @param value the value
     * @return a property that client applications see
     */
    public static Property of(String key, String value) {
        return new Property(key, value, false);
    }

    /**
     * @param key the key
     * @param value the value
     * @return a property that client applications do not see
     */
    public static Property hidden(String key, String value) {
        return new Property(key, value, true);
    }

    @Override
    public String toString() {
        Text text = Text.of(Property.class).add("key", key);
        return (hidden ? text.secret("value", value) : text.add("value", value)).add("hidden", hidden).toString();
    }
}
