package io.quarkiverse.authlete.model;

/**
 * Which tokens a {@link TokenListRequest} asks for, by the expiry of the access token. The refresh token does not count: it
 * may live on when the access token has expired. Expired tokens are listed only until Authlete deletes them.
 *
 * @since 1.0.0
 */
public enum TokenStatus {

    /** Those whose access token has not expired. */
    VALID,
    /** Those whose access token has expired. */
    INVALID,
    /** Both. */
    ALL
}
