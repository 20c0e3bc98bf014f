package io.quarkiverse.authlete.deployment.devservice;

/** How the emulator takes the API token. */
public enum DpopMode {

    /** As a Bearer token, or with a DPoP proof, which is then checked. */
    ACCEPTED,
    /** With a DPoP proof only. */
    REQUIRED
}
