package io.quarkiverse.authlete.runtime.dpop.jose;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import io.quarkiverse.authlete.runtime.Fingerprint;
import io.quarkiverse.authlete.runtime.config.DpopConfig;
import io.quarkiverse.authlete.runtime.dpop.DpopSigner;

/** Makes proofs (RFC 9449, 4.2) with jose4j. Everything that knows this library is in this package. */
public final class JoseSigner implements DpopSigner {

    private static final int JTI_BYTES = 16;

    private final SigningKey key;
    private final SecureRandom random = new SecureRandom();

    private JoseSigner(SigningKey key) {
        this.key = key;
    }

    /** @param keyStores the keys in the key store of a TLS configuration, by its name */
    public static DpopSigner of(String service, DpopConfig config, Function<String, KeyStoreKeys> keyStores) {
        return new JoseSigner(new SigningKeyReader(service, config, keyStores).read());
    }

    @Override
    public String sign(String method, String uri, String accessToken, String nonce) {
        byte[] id = new byte[JTI_BYTES];
        random.nextBytes(id);
        JwtClaims claims = new JwtClaims();
        claims.setJwtId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
        claims.setStringClaim("htm", method);
        claims.setStringClaim("htu", uri);
        claims.setIssuedAtToNow();
        claims.setStringClaim("ath", Fingerprint.of(accessToken));
        if (nonce != null) {
            claims.setStringClaim("nonce", nonce);
        }
        JsonWebSignature proof = new JsonWebSignature();
        proof.setHeader("typ", "dpop+jwt");
        proof.setAlgorithmHeaderValue(key.algorithm());
        proof.getHeaders().setJwkHeaderValue("jwk", key.publicKey());
        proof.setKey(key.privateKey());
        proof.setPayload(claims.toJson());
        try {
            return proof.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The DPoP proof could not be signed", e);
        }
    }
}
