package io.quarkiverse.authlete.deployment.devservice;

/** Which tokens a list is to hold, by their expiry. */
enum TokenStatus {
    VALID,
    /** Expired, and neither deleted nor revoked. */
    INVALID,
    ALL
}
