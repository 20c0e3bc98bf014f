package io.quarkiverse.authlete.model;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.runtime.SecretScrubber;

/** Texts with secrets in them. */
final class Text {

    /** The mask that the generated {@code toString()} has for what is redacted, too. */
    static final String MASK = "***";

    private Text() {
    }

    /** The given values without the absent and blank ones. */
    static Set<String> present(@Nullable String... secrets) {
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
    static @Nullable String scrub(@Nullable String text, @Nullable String... secrets) {
        return text == null || SecretScrubber.isClean(text, secrets) ? text : SecretScrubber.scrub(text, present(secrets));
    }
}
