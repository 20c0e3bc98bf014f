package io.quarkiverse.authlete.deployment.devservice;

import java.util.regex.Pattern;

/** Numbers as JSON writes them. Java also takes a plus sign, and the digits of every script. */
final class WholeNumber {

    private static final Pattern FORM = Pattern.compile("-?[0-9]+");

    private WholeNumber() {
    }

    /** @throws NumberFormatException if the text is no such number of 64 bits */
    static long parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new NumberFormatException("Not a whole number");
        }
        return Long.parseLong(text);
    }
}
