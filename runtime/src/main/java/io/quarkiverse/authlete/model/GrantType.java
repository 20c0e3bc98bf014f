package io.quarkiverse.authlete.model;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The grant (OAuth 2.0 flow) that a token comes from.
 * <p>
 * An open set: a grant type that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @since 1.0.0
 */
public final class GrantType extends OpenValue {

    /** RFC 6749, 4.1. */
    public static final GrantType AUTHORIZATION_CODE = new GrantType("AUTHORIZATION_CODE");
    /** RFC 6749, 4.2. It has no refresh token. */
    public static final GrantType IMPLICIT = new GrantType("IMPLICIT");
    /** RFC 6749, 4.3. */
    public static final GrantType PASSWORD = new GrantType("PASSWORD");
    /** RFC 6749, 4.4. It has neither a subject nor a refresh token. */
    public static final GrantType CLIENT_CREDENTIALS = new GrantType("CLIENT_CREDENTIALS");
    /** RFC 6749, 6. A token cannot be created with it. */
    public static final GrantType REFRESH_TOKEN = new GrantType("REFRESH_TOKEN");
    /** OpenID Connect Client-Initiated Backchannel Authentication. */
    public static final GrantType CIBA = new GrantType("CIBA");
    /** RFC 8628. */
    public static final GrantType DEVICE_CODE = new GrantType("DEVICE_CODE");
    /** RFC 8693. */
    public static final GrantType TOKEN_EXCHANGE = new GrantType("TOKEN_EXCHANGE");
    /** RFC 7523. Its subject is optional. */
    public static final GrantType JWT_BEARER = new GrantType("JWT_BEARER");
    /** OpenID for Verifiable Credential Issuance. */
    public static final GrantType PRE_AUTHORIZED_CODE = new GrantType("PRE_AUTHORIZED_CODE");

    private static final Set<GrantType> KNOWN = Set.of(AUTHORIZATION_CODE, IMPLICIT, PASSWORD, CLIENT_CREDENTIALS,
            REFRESH_TOKEN, CIBA, DEVICE_CODE, TOKEN_EXCHANGE, JWT_BEARER, PRE_AUTHORIZED_CODE);

    private GrantType(String value) {
        super(value);
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a grant type that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GrantType of(String value) {
        return new GrantType(value);
    }

    @Override
    public boolean known() {
        return KNOWN.contains(this);
    }
}
