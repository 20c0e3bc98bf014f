package io.quarkiverse.authlete.model;

/**
 * A text in one language.
 *
 * @param tag the language tag (BCP 47), such as {@code fr}; {@code null} if absent
 * @param value the text; {@code null} if absent
 */
public record TaggedValue(String tag, String value) {
}
