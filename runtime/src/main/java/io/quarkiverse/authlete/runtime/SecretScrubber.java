package io.quarkiverse.authlete.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Makes texts that the server has written fit for a message: without token values, on one line and not endless. */
public final class SecretScrubber {

    static final String MASK = "***";

    /** Enough for every message of the API; the whole text stays available with the exception. */
    static final int LONGEST_TEXT = 1000;

    static final int LONGEST_IDENTIFIER = 100;

    /**
     * Random token values have at least 128 bits (RFC 6749, 10.10), that is 22 characters; 32 spares long scope names, and
     * so does the missing dot: the parts of a JWT are long enough each.
     */
    private static final int SHORTEST_TOKEN = 32;

    private static final Pattern TOKEN_LIKE = Pattern.compile("[A-Za-z0-9_+=-]{" + SHORTEST_TOKEN + ",}");

    /** A line break would let the server forge lines of a log, and an escape sequence change what a terminal shows. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\x{80}-\\x{9F}]");

    private SecretScrubber() {
    }

    /**
     * @param text what the server has written, may be {@code null}
     * @param secrets the secrets that were in the request
     * @return the text without the secrets, percent-encoded or not, and without anything that looks like a token
     */
    public static String scrub(String text, Collection<String> secrets) {
        if (text == null) {
            return null;
        }
        // A mask in place of a secret, as listeners see it, must not hide what is around other masks.
        List<String> forms = secrets.stream().filter(secret -> !secret.isBlank() && !secret.equals(MASK))
                .flatMap(SecretScrubber::forms).distinct()
                .toList();
        String masked = mask(printable(text), forms);
        String scrubbed = shortened(TOKEN_LIKE.matcher(masked).replaceAll(MASK));
        // What is left of a text may look like a secret that has asterisks or dots.
        return forms.stream().anyMatch(scrubbed::contains) ? MASK : scrubbed;
    }

    /**
     * Finds out quickly, and without allocating anything, what holds for most texts.
     *
     * @param secrets the secrets that were in the request or are in the answer, {@code null} for absent ones
     * @return {@code true} if {@link #scrub} would not change the text; {@code false} if it might
     */
    public static boolean isClean(String text, @Nullable String... secrets) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean tokenLike = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '='
                    || c == '-';
            run = tokenLike ? run + 1 : 0;
            // With % or + it may have a secret that is percent-encoded, with ? one that had unprintable characters.
            if (run == SHORTEST_TOKEN || c < ' ' || c > '~' || c == '%' || c == '+' || c == '?') {
                return false;
            }
        }
        for (String secret : secrets) {
            if (secret != null && !secret.isBlank() && text.contains(secret)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param id what identifies something and is no secret
     * @return the same, fit for a message
     */
    public static String identifier(String id) {
        String text = printable(id);
        return text.length() <= LONGEST_IDENTIFIER ? text : text.substring(0, LONGEST_IDENTIFIER) + "...";
    }

    private static Stream<String> forms(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(printable(secret), encoded, encoded.replace("+", "%20"));
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** Looks for all secrets before it masks any: one may be a part of another. */
    private static String mask(String text, List<String> secrets) {
        BitSet hidden = new BitSet();
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length())) {
                hidden.set(at, at + secret.length());
            }
        }
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            masked.append(text, from, start).append(MASK);
            from = hidden.nextClearBit(start);
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
