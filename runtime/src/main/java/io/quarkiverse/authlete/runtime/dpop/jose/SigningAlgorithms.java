package io.quarkiverse.authlete.runtime.dpop.jose;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Which JWS algorithms a key permits (RFC 7518, 3.1; RFC 8037, 3.1). */
final class SigningAlgorithms {

    private static final int LEAST_RSA_BITS = 2048;

    private SigningAlgorithms() {
    }

    /**
     * @return the algorithms, the default one first
     * @throws UnusableKeyException if there is none
     */
    static List<String> of(PublicKey key) throws UnusableKeyException {
        if (key instanceof RSAPublicKey rsa) {
            if (rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw new UnusableKeyException("is an RSA key of less than " + LEAST_RSA_BITS + " bits");
            }
            return List.of("PS256", "PS384", "PS512", "RS256", "RS384", "RS512");
        }
        if (key instanceof EdECPublicKey) {
            return List.of("EdDSA");
        }
        if (key instanceof ECPublicKey ec) {
            // secp256k1 is no curve of the JDK, and has 256 bits too: jose4j has refused it before.
            switch (ec.getParams().getCurve().getField().getFieldSize()) {
                case 256:
                    return List.of("ES256");
                case 384:
                    return List.of("ES384");
                case 521:
                    return List.of("ES512");
                default:
            }
        }
        throw new UnusableKeyException("is not a key for signatures on one of the curves P-256, P-384, P-521, Ed25519, Ed448,"
                + " or an RSA key");
    }
}
