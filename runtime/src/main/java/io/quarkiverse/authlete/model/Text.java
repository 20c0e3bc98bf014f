package io.quarkiverse.authlete.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;

import io.quarkiverse.authlete.runtime.SecretScrubber;

/** Builds the text of a record that holds secrets: they are masked, absent fields are left out. */
final class Text {

    static final String MASK = "***";

    private final StringJoiner fields;

    private Text(Class<? extends Record> type) {
        fields = new StringJoiner(", ", type.getSimpleName() + "[", "]");
    }

    static Text of(Class<? extends Record> type) {
        return new Text(type);
    }

    Text add(String name, Object value) {
        if (value != null) {
            fields.add(name + "=" + value);
        }
        return this;
    }

    /** For a response, where an empty list is the same as an absent one. */
    Text addUnlessEmpty(String name, Collection<?> values) {
        return add(name, values == null || values.isEmpty() ? null : values);
    }

    Text secret(String name, String value) {
        return add(name, value == null ? null : MASK);
    }

    @Override
    public String toString() {
        return fields.toString();
    }

    /** The given values without the absent and blank ones. */
    static Set<String> present(String... secrets) {
        Set<String> present = Set.of();
        for (String secret : secrets) {
            if (secret != null && !secret.isBlank()) {
                // Asked for by each call, and most requests have none.
                present = present.isEmpty() ? new HashSet<>() : present;
                present.add(secret);
            }
        }
        return Set.copyOf(present);
    }

    /** The given text of the server without these secrets and without anything else that looks like a token. */
    static String scrub(String text, String... secrets) {
        return SecretScrubber.scrub(text, present(secrets));
    }
}
