package io.quarkiverse.authlete.model;

import java.util.Arrays;
import java.util.List;

/**
 * What exactly a token authorizes, in structured form (RFC 9396, Rich Authorization Requests).
 *
 * @param elements the elements, never {@code null}
 */
public record AuthorizationDetails(List<AuthorizationDetailsElement> elements) {

    /** Absent elements become an empty list. */
    public AuthorizationDetails {
        elements = Lists.orEmpty(elements);
    }

    /**
     * @param elements the elements
     * @return authorization details of these elements
     */
    public static AuthorizationDetails of(AuthorizationDetailsElement... elements) {
        return new AuthorizationDetails(Lists.strict("elements", Arrays.asList(elements)));
    }
}
