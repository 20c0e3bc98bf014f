package io.quarkiverse.authlete.runtime.devui;

import java.util.Arrays;
import java.util.List;

/** Reads what a user has entered, or tells in words what is wrong with it. */
final class Input {

    /** A message for the user. */
    static final class InvalidInputException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidInputException(String message) {
            super(message);
        }
    }

    private Input() {
    }

    /** @return the text without white space around it; {@code null} if there is none */
    static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static List<String> words(String text) {
        return text(text) == null ? List.of() : Arrays.asList(text(text).split("\\s+"));
    }

    /**
     * @param what the name of the number, for the message
     * @return the number; {@code null} for blank text
     */
    static Long number(String what, String text, long min, long max) {
        String digits = text(text);
        if (digits == null) {
            return null;
        }
        if (digits.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(digits);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new InvalidInputException(what + " must be a whole number from " + min + " to " + max + ".");
    }

    static long requiredNumber(String what, String text, long min, long max) {
        return required(what, number(what, text, min, max));
    }

    static <T> T required(String what, T value) {
        if (value == null) {
            throw new InvalidInputException(what + " is missing.");
        }
        return value;
    }

    /** @return the constant of that name; {@code null} for blank text */
    static <E extends Enum<E>> E constant(Class<E> type, String what, String name) {
        if (text(name) == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidInputException(what + " is not known."));
    }
}
