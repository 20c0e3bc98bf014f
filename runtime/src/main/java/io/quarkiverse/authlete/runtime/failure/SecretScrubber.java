package io.quarkiverse.authlete.runtime.failure;

import java.util.Collection;
import java.util.regex.Pattern;

/** Takes token values out of texts that the server has written. */
final class SecretScrubber {

    static final String MASK = "***";

    /**
     * Random token values have at least 128 bits (RFC 6749, 10.10), that is 22 characters; 32 spares long scope names, and
     * so does the missing dot: the parts of a JWT are long enough each.
     */
    private static final Pattern TOKEN_LIKE = Pattern.compile("[A-Za-z0-9_+=-]{32,}");

    private SecretScrubber() {
    }

    /**
     * @param text what the server has written, may be {@code null}
     * @param secrets the secrets that were in the request
     * @return the text without the secrets and without anything that looks like a token
     */
    static String scrub(String text, Collection<String> secrets) {
        if (text == null) {
            return null;
        }
        String scrubbed = text;
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                scrubbed = scrubbed.replace(secret, MASK);
            }
        }
        return TOKEN_LIKE.matcher(scrubbed).replaceAll(MASK);
    }
}
