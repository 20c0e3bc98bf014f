package io.quarkiverse.authlete.model;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

/** A name of the API, one of a set to which the API may add. Names that this version does not know are kept. */
abstract class OpenValue {

    private final String value;

    OpenValue(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** @return the name as the API writes it */
    @JsonValue
    public String value() {
        return value;
    }

    /** @return whether it is one of the constants of this class */
    public abstract boolean known();

    @Override
    public boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && value.equals(((OpenValue) other).value);
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
