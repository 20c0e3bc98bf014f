package io.quarkiverse.authlete.deployment.devservice;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** Checks the DPoP proof of a request (RFC 9449, 4.3). */
final class ProofVerifier {

    static final List<String> ALGORITHMS = List.of("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384",
            "RS512", "EdDSA");

    /** How far the clocks may be apart, and how old a proof may be. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final ProofIds ids;
    private final ProofNonces nonces;

    /** @param nonces the nonces that a proof may have, or null if it need not have one */
    ProofVerifier(InstantSource clock, ProofNonces nonces) {
        this.clock = clock;
        this.ids = new ProofIds(clock, WINDOW.multipliedBy(2));
        this.nonces = nonces;
    }

    /**
     * @return the thumbprint of the key that signed the proof (RFC 7638)
     * @throws ProofRefusedException if the proof is missing or wrong
     */
    String verify(ApiRequest request, String apiToken) {
        String proof = request.header("dpop");
        require(proof != null, ResultCode.DPOP_PROOF_MISSING, "The header DPoP is missing.");
        require(!proof.contains(","), "There is more than one header DPoP.");
        JsonWebSignature signature = new JsonWebSignature();
        PublicJsonWebKey key = verifySignature(signature, proof);
        try {
            verifyClaims(JwtClaims.parse(signature.getPayload()), request, apiToken);
            return key.calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (InvalidJwtException | MalformedClaimException | JoseException e) {
            throw ProofRefusedException.proof(ResultCode.DPOP_PROOF_INVALID, "The claims of the proof are malformed.");
        }
    }

    @SuppressWarnings("unchecked")
    private static PublicJsonWebKey verifySignature(JsonWebSignature signature, String proof) {
        try {
            signature.setAlgorithmConstraints(new AlgorithmConstraints(PERMIT, ALGORITHMS.toArray(String[]::new)));
            signature.setCompactSerialization(proof);
            require("dpop+jwt".equals(signature.getHeader("typ")), "The typ of the proof is not dpop+jwt.");
            String algorithm = signature.getAlgorithmHeaderValue();
            require(algorithm != null, ResultCode.DPOP_ALGORITHM_MISSING, "The proof has no alg.");
            require(ALGORITHMS.contains(algorithm), ResultCode.DPOP_ALGORITHM_REFUSED,
                    "The alg of the proof is not one of these: "
                            + String.join(", ", ALGORITHMS) + ".");
            require(signature.getHeaders().getObjectHeaderValue("jwk") instanceof Map, ResultCode.DPOP_KEY_MISSING,
                    "The proof has no jwk.");
            PublicJsonWebKey key = PublicJsonWebKey.Factory
                    .newPublicJwk((Map<String, Object>) signature.getHeaders().getObjectHeaderValue("jwk"));
            require(key.getPrivateKey() == null, "The jwk of the proof is a private key.");
            signature.setKey(key.getPublicKey());
            require(signature.verifySignature(), "The signature of the proof is wrong.");
            return key;
        } catch (JoseException e) {
            throw ProofRefusedException.proof(ResultCode.DPOP_PROOF_INVALID,
                    "The proof is not a JWT that its jwk could have signed.");
        }
    }

    private void verifyClaims(JwtClaims claims, ApiRequest request, String apiToken)
            throws MalformedClaimException {
        String id = claims.getJwtId();
        NumericDate issuedAt = claims.getIssuedAt();
        require(id != null && issuedAt != null, "The proof has no jti or no iat.");
        require(request.method().equals(claims.getStringClaimValue("htm")), "The htm of the proof is not the method.");
        String uri = claims.getStringClaimValue("htu");
        String expected = ProofUri.normalize("http://" + request.header("host") + request.path());
        require(uri != null && expected != null && expected.equals(ProofUri.normalize(uri)),
                "The htu of the proof is not the URI.");
        require(TokenHash.ofValue(apiToken).toString().equals(claims.getStringClaimValue("ath")),
                "The ath of the proof is not the hash of the API access token.");
        if (nonces != null && !nonces.accepts(claims.getStringClaimValue("nonce"))) {
            throw ProofRefusedException.nonce("The proof must have the nonce of the header DPoP-Nonce.");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(issuedAt.getValue()), clock.instant()).abs();
        require(age.compareTo(WINDOW) <= 0, "The iat of the proof is more than " + WINDOW.toSeconds() + " seconds from now.");
        require(ids.add(id), "The jti of the proof was used before.");
    }

    private static void require(boolean condition, String detail) {
        require(condition, ResultCode.DPOP_PROOF_INVALID, detail);
    }

    private static void require(boolean condition, ResultCode code, String detail) {
        if (!condition) {
            throw ProofRefusedException.proof(code, detail);
        }
    }
}
