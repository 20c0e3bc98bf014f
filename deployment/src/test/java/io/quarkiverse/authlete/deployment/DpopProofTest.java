package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.authlete.runtime.dpop.DpopSigner;

/** What is in a proof, for each algorithm. */
class DpopProofTest {

    private static final String URI = "https://eu.authlete.com/api/1/auth/token/create";
    private static final String RSA = TestKeys.rsa(2048);

    @ParameterizedTest
    @CsvSource({ "ES256,EC", "ES384,EC", "ES512,EC", "PS256,RSA", "PS384,RSA", "PS512,RSA", "RS256,RSA", "RS384,RSA",
            "RS512,RSA", "EdDSA,Ed25519", "EdDSA,Ed448" })
    void everyAlgorithm(String algorithm, String type) {
        String jwk = switch (type) {
            case "EC" -> TestKeys.ec(algorithm.equals("ES512") ? 521 : Integer.parseInt(algorithm.substring(2)));
            case "RSA" -> RSA;
            default -> TestKeys.okp(type);
        };

        ReceivedProof proof = ReceivedProof.verified(DpopSettings.signer(Map.of("jwk", jwk, "algorithm", algorithm))
                .sign("POST", URI, "the-token", null));

        assertThat(proof.header()).containsOnlyKeys("typ", "alg", "jwk").containsEntry("typ", "dpop+jwt")
                .containsEntry("alg", algorithm);
    }

    @Test
    void theKeyInTheHeaderIsThePublicOneAndNothingElse() {
        String jwk = TestKeys.with("kid", "\"k1\"", TestKeys.with("use", "\"sig\"", TestKeys.with("x5t", "\"x\"",
                TestKeys.ec(256))));

        ReceivedProof proof = ReceivedProof.verified(DpopSettings.signer(Map.of("jwk", jwk)).sign("POST", URI, "t", null));
        ReceivedProof rsa = ReceivedProof.verified(DpopSettings.signer(Map.of("jwk", RSA)).sign("POST", URI, "t", null));

        assertThat(proof.jwk()).containsOnlyKeys("kty", "crv", "x", "y").containsEntry("x", TestKeys.member("x", jwk));
        assertThat(rsa.jwk()).containsOnlyKeys("kty", "n", "e");
    }

    @Test
    void theClaims() {
        Instant before = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        DpopSigner signer = DpopSettings.signer(Map.of("jwk", TestKeys.ec(256)));

        ReceivedProof proof = ReceivedProof.verified(signer.sign("DELETE", URI, "the-token", null));
        ReceivedProof withNonce = ReceivedProof.verified(signer.sign("GET", URI, "the-token", "n\\/1"));

        assertThat(proof.claims()).containsOnlyKeys("jti", "htm", "htu", "iat", "ath").containsEntry("htm", "DELETE")
                .containsEntry("htu", URI).containsEntry("ath", ReceivedProof.sha256("the-token"));
        assertThat(Instant.ofEpochSecond(((Number) proof.claims().get("iat")).longValue())).isBetween(before, Instant.now());
        assertThat(withNonce.claims()).containsEntry("nonce", "n\\/1");
    }

    @Test
    void noTwoProofsHaveTheSameId() {
        DpopSigner signer = DpopSettings.signer(Map.of("jwk", TestKeys.ec(256)));

        List<String> ids = IntStream.range(0, 200)
                .mapToObj(i -> ReceivedProof.verified(signer.sign("POST", URI, "t", null)).claim("jti")).toList();

        assertThat(Set.copyOf(ids)).hasSize(200).allMatch(id -> id.length() == 22);
    }

    @Test
    void theAlgorithmIsThatOfTheKeyUnlessItIsConfigured() {
        assertThat(algorithm(Map.of("jwk", RSA))).isEqualTo("PS256");
        assertThat(algorithm(Map.of("jwk", TestKeys.with("alg", "\"RS384\"", RSA)))).isEqualTo("RS384");
        assertThat(algorithm(Map.of("jwk", RSA, "algorithm", "RS256"))).isEqualTo("RS256");
        assertThat(algorithm(Map.of("jwk", TestKeys.ec(384)))).isEqualTo("ES384");
    }

    private static Object algorithm(Map<String, String> settings) {
        return ReceivedProof.verified(DpopSettings.signer(settings).sign("POST", URI, "t", null)).header().get("alg");
    }
}
