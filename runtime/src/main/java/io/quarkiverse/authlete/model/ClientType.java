package io.quarkiverse.authlete.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a client can keep a secret (RFC 6749, 2.1).
 * <p>
 * An open set: a type that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @param value the name as the API writes it, never {@code null}
 */
public record ClientType(@JsonValue String value) {

    /** It cannot keep a secret: an app on a user's device, for example. */
    public static final ClientType PUBLIC = new ClientType("PUBLIC");
    /** It can keep a secret: an application on a server, for example. */
    public static final ClientType CONFIDENTIAL = new ClientType("CONFIDENTIAL");

    public ClientType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a type that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClientType of(String value) {
        return new ClientType(value);
    }

    /** @return whether it is one of the constants of this class */
    public boolean known() {
        return equals(PUBLIC) || equals(CONFIDENTIAL);
    }

    // As of any record. But the JVM makes those when they are first called, which would take much of the first call.
    @Override
    public boolean equals(Object other) {
        return other instanceof ClientType type && value.equals(type.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** @return the name as the API writes it */
    @Override
    public String toString() {
        return value;
    }
}
