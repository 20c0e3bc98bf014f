package io.quarkiverse.authlete.model;

import java.util.Arrays;
import java.util.List;

import org.immutables.value.Value;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * What exactly a token authorizes, in structured form (RFC 9396, Rich Authorization Requests).
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = AuthorizationDetails.Builder.class)
public abstract class AuthorizationDetails {

    AuthorizationDetails() {
    }

    /** The elements. */
    @JsonSetter(nulls = Nulls.SKIP, contentNulls = Nulls.SKIP)
    public abstract List<AuthorizationDetailsElement> elements();

    /** Authorization details of these elements. */
    public static AuthorizationDetails of(AuthorizationDetailsElement... elements) {
        return builder().elements(Arrays.asList(elements)).build();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link AuthorizationDetails}. */
    public static final class Builder extends ImmutableAuthorizationDetails.Builder {

        Builder() {
            elements(List.of());
        }
    }
}
