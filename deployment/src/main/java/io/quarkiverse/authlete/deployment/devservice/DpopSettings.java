package io.quarkiverse.authlete.deployment.devservice;

import java.util.Objects;

/**
 * What the emulator demands of DPoP proofs (RFC 9449).
 *
 * @param mode whether there must be one
 * @param nonce whether a proof must have a nonce that the emulator has supplied
 */
public record DpopSettings(DpopMode mode, boolean nonce) {

    public static final DpopSettings DEFAULT = new DpopSettings(DpopMode.ACCEPTED, false);

    public DpopSettings {
        Objects.requireNonNull(mode, "mode");
    }
}
