package io.quarkiverse.authlete.model;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A key and a value that a service attaches to a token. Visible ones become members of token responses, and claims of a JWT
 * access token; hidden ones only show in introspection. All properties of a token together may take 65,535 bytes after
 * Authlete has encrypted and encoded them: about 49,000 bytes of JSON.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(builder = Property.Builder.class)
public abstract class Property {

    Property() {
    }

    /**
     * The key; not one of {@code access_token}, {@code token_type}, {@code expires_in}, {@code refresh_token}, {@code scope},
     * {@code error}, {@code error_description}, {@code error_uri} and {@code id_token}, which are reserved.
     */
    public abstract String key();

    /** The value, may be {@code null} if it is hidden. */
    public abstract @Nullable String value();

    /** Whether client applications must not see it; {@code false} if absent. */
    public abstract boolean hidden();

    /** A property that client applications see. */
    public static Property of(String key, @Nullable String value) {
        return builder().key(key).value(value).build();
    }

    /** A property that client applications do not see. */
    public static Property hidden(String key, @Nullable String value) {
        return builder().key(key).value(value).hidden(true).build();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Override
    public String toString() {
        return "Property{key=" + key() + ", value=" + (hidden() ? Text.MASK : value()) + ", hidden=" + hidden() + "}";
    }

    /** Builds a {@link Property}. */
    public static final class Builder extends ImmutableProperty.Builder {

        Builder() {
        }
    }
}
