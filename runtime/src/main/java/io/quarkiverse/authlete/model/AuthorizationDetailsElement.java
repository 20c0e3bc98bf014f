package io.quarkiverse.authlete.model;

import java.util.Arrays;
import java.util.List;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * An element of {@link AuthorizationDetails} (RFC 9396, 2). An absent list is {@code null} here, also in a response, so that
 * an element can be sent back as it was received.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(builder = AuthorizationDetailsElement.Builder.class)
public abstract class AuthorizationDetailsElement {

    AuthorizationDetailsElement() {
    }

    /** The kind of authorization; required. */
    public abstract String type();

    /** The resources or resource servers, usually as URIs. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract @Nullable List<String> locations();

    /** What may be done there. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract @Nullable List<String> actions();

    /** The kinds of data. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract @Nullable List<String> dataTypes();

    /** A particular resource. */
    public abstract @Nullable String identifier();

    /** The levels of privilege. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract @Nullable List<String> privileges();

    /** The members beside the ones above, as the text of a JSON object. */
    public abstract @Nullable String otherFields();

    /**
     * @param type the kind of authorization
     * @return a builder of an element of that type
     */
    public static Builder builder(String type) {
        return new Builder().type(type);
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link AuthorizationDetailsElement}. */
    public static final class Builder extends ImmutableAuthorizationDetailsElement.Builder {

        Builder() {
        }

        /** The resources or resource servers, usually as URIs. */
        public Builder locations(String... locations) {
            return locations(Arrays.asList(locations));
        }

        /** What may be done there. */
        public Builder actions(String... actions) {
            return actions(Arrays.asList(actions));
        }

        /** The kinds of data. */
        public Builder dataTypes(String... dataTypes) {
            return dataTypes(Arrays.asList(dataTypes));
        }

        /** The levels of privilege. */
        public Builder privileges(String... privileges) {
            return privileges(Arrays.asList(privileges));
        }
    }
}
