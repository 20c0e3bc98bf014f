package io.quarkiverse.authlete.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An element of {@link AuthorizationDetails} (RFC 9396, 2). An absent list is {@code null} here, also in a response, so that
 * an element can be sent back as it was received.
 *
 * @param type the kind of authorization; required
 * @param locations the resources or resource servers, usually as URIs; {@code null} if absent
 * @param actions what may be done there; {@code null} if absent
 * @param dataTypes the kinds of data; {@code null} if absent
 * @param identifier a particular resource; {@code null} if absent
 * @param privileges the levels of privilege; {@code null} if absent
 * @param otherFields the members beside the ones above, as the text of a JSON object; {@code null} if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorizationDetailsElement(
        String type,
        List<String> locations,
        List<String> actions,
        List<String> dataTypes,
        String identifier,
        List<String> privileges,
        String otherFields) {

    public AuthorizationDetailsElement {
        locations = Lists.orNull(locations);
        actions = Lists.orNull(actions);
        dataTypes = Lists.orNull(dataTypes);
        privileges = Lists.orNull(privileges);
    }

    /**
     * @param type the kind of authorization
     * @return a builder of an element of that type
     */
    public static Builder builder(String type) {
        return new Builder(type);
    }

    /** Builds an {@link AuthorizationDetailsElement}. A list replaces the one given before. */
    public static final class Builder {

        private final String type;
        private List<String> locations;
        private List<String> actions;
        private List<String> dataTypes;
        private String identifier;
        private List<String> privileges;
        private String otherFields;

        private Builder(String type) {
            this.type = type;
        }

        /** The resources or resource servers, usually as URIs. */
        public Builder locations(String... locations) {
            return locations(Arrays.asList(locations));
        }

        /** The resources or resource servers, usually as URIs. */
        public Builder locations(Collection<String> locations) {
            this.locations = Lists.strict("locations", locations);
            return this;
        }

        /** What may be done there. */
        public Builder actions(String... actions) {
            return actions(Arrays.asList(actions));
        }

        /** What may be done there. */
        public Builder actions(Collection<String> actions) {
            this.actions = Lists.strict("actions", actions);
            return this;
        }

        /** The kinds of data. */
        public Builder dataTypes(String... dataTypes) {
            return dataTypes(Arrays.asList(dataTypes));
        }

        /** The kinds of data. */
        public Builder dataTypes(Collection<String> dataTypes) {
            this.dataTypes = Lists.strict("dataTypes", dataTypes);
            return this;
        }

        /** A particular resource. */
        public Builder identifier(String identifier) {
            this.identifier = identifier;
            return this;
        }

        /** The levels of privilege. */
        public Builder privileges(String... privileges) {
            return privileges(Arrays.asList(privileges));
        }

        /** The levels of privilege. */
        public Builder privileges(Collection<String> privileges) {
            this.privileges = Lists.strict("privileges", privileges);
            return this;
        }

        /** The other members, as the text of a JSON object. */
        public Builder otherFields(String json) {
            this.otherFields = json;
            return this;
        }

        /** @return the element */
        public AuthorizationDetailsElement build() {
            return new AuthorizationDetailsElement(type, locations, actions, dataTypes, identifier, privileges, otherFields);
        }
    }
}
