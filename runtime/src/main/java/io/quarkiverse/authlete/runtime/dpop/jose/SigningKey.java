package io.quarkiverse.authlete.runtime.dpop.jose;

import java.security.PrivateKey;

import org.jose4j.jwk.PublicJsonWebKey;

/**
 * A key with its algorithm.
 *
 * @param privateKey what signs
 * @param publicKey what goes into the header of a proof; has no private members
 */
record SigningKey(PrivateKey privateKey, PublicJsonWebKey publicKey, String algorithm) {

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
