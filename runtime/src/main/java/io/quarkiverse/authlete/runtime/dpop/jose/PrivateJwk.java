package io.quarkiverse.authlete.runtime.dpop.jose;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A private key for signatures from its JWK.
 *
 * @param algorithm the {@code alg} of the JWK, {@code null} if it has none
 */
record PrivateJwk(KeyPair keys, String algorithm) {

    static PrivateJwk parse(String json) throws UnusableKeyException {
        Map<String, Object> members = members(json);
        if (members.containsKey("keys")) {
            throw new UnusableKeyException("is a JWK set: give a single key");
        }
        if ("oct".equals(members.get(JsonWebKey.KEY_TYPE_PARAMETER))) {
            throw new UnusableKeyException("is a symmetric key: DPoP needs a private key of type EC, RSA or OKP");
        }
        PublicJsonWebKey jwk = jwk(members);
        if (jwk.getPrivateKey() == null) {
            throw new UnusableKeyException("is a public key only: the member d is missing");
        }
        List<String> operations = jwk.getKeyOps();
        if (jwk.getUse() != null && !jwk.getUse().equals("sig") || operations != null && !operations.contains("sign")) {
            throw new UnusableKeyException("is not for signatures: see its members use and key_ops");
        }
        return new PrivateJwk(new KeyPair(jwk.getPublicKey(), jwk.getPrivateKey()), jwk.getAlgorithm());
    }

    private static Map<String, Object> members(String json) throws UnusableKeyException {
        try {
            return JsonUtil.parseJson(json);
        } catch (JoseException e) {
            throw new UnusableKeyException("is not a JSON object");
        }
    }

    private static PublicJsonWebKey jwk(Map<String, Object> members) throws UnusableKeyException {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(members);
        } catch (JoseException | RuntimeException e) {
            throw new UnusableKeyException("is not a complete JWK of type EC, RSA or OKP");
        }
    }

    /** Leaves out the keys. */
    @Override
    public String toString() {
        return "PrivateJwk[]";
    }
}
