package io.quarkiverse.authlete.model;

/** Which tokens a {@link TokenListRequest} asks for, by their expiry. */
public enum TokenStatus {

    /** Those that have not expired. */
    VALID,
    /** Those that have expired. */
    INVALID,
    /** Both. */
    ALL
}
