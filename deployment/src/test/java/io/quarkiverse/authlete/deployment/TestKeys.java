package io.quarkiverse.authlete.deployment;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** New keys as JWKs, made without a JOSE library. */
final class TestKeys {

    private TestKeys() {
    }

    static String ec(int bits) {
        KeyPair pair = generate("EC", "secp" + bits + "r1", 0);
        int length = (bits + 7) / 8;
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return "{\"kty\":\"EC\",\"crv\":\"P-%d\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}".formatted(bits,
                number(key.getW().getAffineX(), length), number(key.getW().getAffineY(), length),
                number(((ECPrivateKey) pair.getPrivate()).getS(), length));
    }

    static String rsa(int bits) {
        KeyPair pair = generate("RSA", null, bits);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        int half = bits / 16;
        return """
                {"kty":"RSA","n":"%s","e":"%s","d":"%s","p":"%s","q":"%s","dp":"%s","dq":"%s","qi":"%s"}""".formatted(
                number(key.getModulus(), bits / 8), number(key.getPublicExponent(), 3),
                number(key.getPrivateExponent(), bits / 8), number(key.getPrimeP(), half), number(key.getPrimeQ(), half),
                number(key.getPrimeExponentP(), half), number(key.getPrimeExponentQ(), half),
                number(key.getCrtCoefficient(), half));
    }

    /** @param curve Ed25519, Ed448 or X25519 */
    static String okp(String curve) {
        KeyPair pair = generate(curve, null, 0);
        int length = curve.equals("Ed448") ? 57 : 32;
        return "{\"kty\":\"OKP\",\"crv\":\"%s\",\"x\":\"%s\",\"d\":\"%s\"}".formatted(curve,
                base64Url(last(pair.getPublic().getEncoded(), length)),
                base64Url(last(pair.getPrivate().getEncoded(), length)));
    }

    static String with(String member, String value, String jwk) {
        return "{\"" + member + "\":" + value + "," + jwk.substring(1);
    }

    static String without(String member, String jwk) {
        return jwk.replaceAll(",\"" + member + "\":\"[^\"]*\"", "");
    }

    static String member(String member, String jwk) {
        return jwk.replaceAll(".*\"" + member + "\":\"([^\"]*)\".*", "$1");
    }

    private static KeyPair generate(String algorithm, String curve, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve != null) {
                generator.initialize(new ECGenParameterSpec(curve));
            } else if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, fixed, length - used, used);
        return base64Url(fixed);
    }

    private static byte[] last(byte[] bytes, int count) {
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
