package io.quarkiverse.authlete.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A key and a value that a service attaches to a token.
 *
 * @param key the key
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
