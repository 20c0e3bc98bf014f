package io.quarkiverse.authlete.model;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A text in one language.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = TaggedValue.Builder.class)
public abstract class TaggedValue {

    TaggedValue() {
    }

    /** The language tag (BCP 47), such as {@code fr}. */
    public abstract @Nullable String tag();

    /** The text. */
    public abstract @Nullable String value();

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TaggedValue}. */
    public static final class Builder extends ImmutableTaggedValue.Builder {

        Builder() {
        }
    }
}
