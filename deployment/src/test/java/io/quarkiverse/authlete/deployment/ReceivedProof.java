package io.quarkiverse.authlete.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A proof as the server got it, whose signature fits its key; read without a JOSE library, to be independent of it. */
final class ReceivedProof {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    private ReceivedProof(Map<String, Object> header, Map<String, Object> claims) {
        this.header = header;
        this.claims = claims;
    }

    static ReceivedProof verified(String proof) {
        String[] parts = proof.split("\\.", -1);
        if (parts.length != 3) {
            throw new AssertionError("Not a JWS in compact form");
        }
        ReceivedProof received = new ReceivedProof(json(parts[0]), json(parts[1]));
        try {
            Signature signature = received.signature();
            signature.initVerify(received.key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(bytes(parts[2]))) {
                throw new AssertionError("The signature is wrong");
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return received;
    }

    Map<String, Object> header() {
        return header;
    }

    @SuppressWarnings("unchecked")
    Map<String, String> jwk() {
        return (Map<String, String>) header.get("jwk");
    }

    Map<String, Object> claims() {
        return claims;
    }

    String claim(String name) {
        return (String) claims.get(name);
    }

    static String sha256(String text) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Signature signature() throws GeneralSecurityException {
        String algorithm = (String) header.get("alg");
        String bits = algorithm.substring(2);
        switch (algorithm.substring(0, 2)) {
            case "ES":
                return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            case "RS":
                return Signature.getInstance("SHA" + bits + "withRSA");
            case "PS":
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits),
                        Integer.parseInt(bits) / 8, 1));
                return pss;
            default:
                return Signature.getInstance(algorithm);
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        Map<String, String> jwk = jwk();
        switch (jwk.get("kty")) {
            case "EC":
                AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp" + jwk.get("crv").substring(2) + "r1"));
                return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(jwk.get("x")), number(jwk.get("y"))),
                        curve.getParameterSpec(ECParameterSpec.class)));
            case "RSA":
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e"))));
            default:
                String prefix = jwk.get("crv").equals("Ed448") ? "3043300506032b6571033a00" : "302a300506032b6570032100";
                return KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(bytes(jwk.get("x"))))));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String part) {
        try {
            return JSON.readValue(bytes(part), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, bytes(text));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
