package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The emulator checks what comes with the scheme DPoP. */
class DpopTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    @RegisterExtension
    final RunningEmulator strict = new RunningEmulator(
            EmulatorConfig.builder(ServiceSettings.of(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN))
                    .dpop(new DpopSettings(DpopMode.REQUIRED, true)).build());

    private final PublicJsonWebKey key = newKey();

    @Test
    void aRightProofPassesOnceAndBindsTheApiTokenToItsKey() {
        String proof = proof(Map.of(), claims -> {
        });
        list(emulator, proof).then().statusCode(200);
        refused(list(emulator, proof), "invalid_dpop_proof", "A001303", "jti");
        list(emulator, proof(Map.of(), claims -> {
        })).then().statusCode(200);

        PublicJsonWebKey other = newKey();
        refused(list(emulator, sign(other, other.getPrivateKey(), Map.of(), claims(emulator))), "invalid_token", "A001302",
                "another");
        emulator.list(Map.of()).then().statusCode(200);
    }

    @Test
    void theUriIsComparedInOneForm() {
        String port = emulator.url().replaceAll(".*:", "");
        for (String htu : new String[] { "HTTP://LOCALHOST:" + port + "/x/../%61pi/", emulator.url() + "/api/" }) {
            list(emulator, proof(Map.of(), claims -> claims.setStringClaim("htu",
                    htu + RunningEmulator.SERVICE_ID + "/auth/token/get/list"))).then().statusCode(200);
        }
        for (String htu : new String[] { emulator.url(), emulator.url("/get/list") + "/", "https" + emulator.url("/get/list")
                .substring(4), "/api", "not a uri", strict.url("/get/list") }) {
            refused(list(emulator, proof(Map.of(), claims -> claims.setStringClaim("htu", htu))), "invalid_dpop_proof",
                    "A001303", "htu");
        }
    }

    @Test
    void wrongClaims() {
        refusedProof("htm", claims -> claims.setStringClaim("htm", "POST"));
        refusedProof("ath", claims -> claims.setStringClaim("ath", RunningEmulator.hash("other")));
        refusedProof("ath", claims -> claims.unsetClaim("ath"));
        refusedProof("jti", claims -> claims.unsetClaim("jti"));
        refusedProof("iat", claims -> claims.unsetClaim("iat"));
        refusedProof("iat", claims -> claims.setClaim("iat", emulator.clock.instant().getEpochSecond() - 62));
        refusedProof("iat", claims -> claims.setClaim("iat", emulator.clock.instant().getEpochSecond() + 62));
        refusedProof("malformed", claims -> claims.setClaim("iat", "now"));
        refusedProof("malformed", claims -> claims.setClaim("htu", 1));
    }

    @Test
    void wrongHeadersAndSignatures() throws JoseException {
        Consumer<JwtClaims> unchanged = claims -> {
        };
        refused(list(emulator, proof(Map.of("typ", "JWT"), unchanged)), "invalid_dpop_proof", "A001303", "typ");
        refused(list(emulator, "a.b"), "invalid_dpop_proof", "A001303", "not a JWT");
        refused(list(emulator, sign(key, newKey().getPrivateKey(), Map.of(), claims(emulator))), "invalid_dpop_proof",
                "A001303",
                "signature");
        refused(list(emulator, sign(key, new HmacKey(new byte[32]), Map.of("alg", "HS256"), claims(emulator))),
                "invalid_dpop_proof", "A001304", "alg");
        refused(list(emulator, sign(key, null, Map.of("alg", "none"), claims(emulator))), "invalid_dpop_proof", "A001304",
                "alg");
        String headerWithoutAlg = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"typ\":\"dpop+jwt\"}".getBytes(StandardCharsets.US_ASCII));
        refused(list(emulator, headerWithoutAlg + ".e30.AA"), "invalid_dpop_proof", "A001306", "alg");
        Map<String, Object> header = new HashMap<>();
        header.put("jwk", null);
        refused(list(emulator, sign(key, key.getPrivateKey(), header, claims(emulator))), "invalid_dpop_proof", "A001305",
                "jwk");
        header.put("jwk", key.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        refused(list(emulator, sign(key, key.getPrivateKey(), header, claims(emulator))), "invalid_dpop_proof", "A001303",
                "private");

        refused(withToken(RunningEmulator.API_TOKEN).get(emulator.url("/get/list")), "invalid_dpop_proof", "A001301",
                "missing");
        refused(withToken(RunningEmulator.API_TOKEN).header("DPoP", "a", "b").get(emulator.url("/get/list")),
                "invalid_dpop_proof", "A001303", "more than one");
    }

    @Test
    void aWrongApiTokenIsNotBound() {
        JwtClaims claims = claims(emulator);
        claims.setStringClaim("ath", RunningEmulator.hash("wrong"));
        Response response = withToken("wrong").header("DPoP", sign(key, key.getPrivateKey(), Map.of(), claims))
                .get(emulator.url("/get/list"));

        refused(response, "invalid_token", "A001280", "not valid");
    }

    @Test
    void proofsAndNoncesCanBeDemanded() {
        refused(strict.list(Map.of()), "invalid_token", "A001301", "must come with a DPoP proof");
        Response anonymous = given().get(strict.url("/get/list"));
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("DPoP algs=\"ES256 ");

        Response challenge = list(strict, sign(key, key.getPrivateKey(), Map.of(), claims(strict)));
        refused(challenge, "use_dpop_nonce", "A001380", "DPoP-Nonce");
        String nonce = challenge.header("DPoP-Nonce");
        assertThat(listWith(nonce).statusCode()).isEqualTo(200);
        refused(listWith("made-up"), "use_dpop_nonce", "A001380", "nonce");

        strict.clock.advance(Duration.ofSeconds(61));
        Response late = listWith(nonce);
        assertThat(late.statusCode()).as("the nonce before the current one").isEqualTo(200);
        assertThat(late.header("DPoP-Nonce")).isNotEqualTo(nonce);
        strict.clock.advance(Duration.ofSeconds(61));
        refused(listWith(nonce), "use_dpop_nonce", "A001380", "nonce");
    }

    private Response listWith(String nonce) {
        JwtClaims claims = claims(strict);
        claims.setStringClaim("nonce", nonce);
        return list(strict, sign(key, key.getPrivateKey(), Map.of(), claims));
    }

    private void refusedProof(String detail, Consumer<JwtClaims> change) {
        refused(list(emulator, proof(Map.of(), change)), "invalid_dpop_proof", "A001303", detail);
    }

    private static void refused(Response response, String error, String code, String detail) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("DPoP error=\"" + error + "\", algs=\"");
        assertThat(response.jsonPath().getString("resultMessage")).contains(detail)
                .startsWith("[" + code + "] /auth/token/get/list, ");
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(code);
    }

    private static Response list(RunningEmulator emulator, String proof) {
        return withToken(RunningEmulator.API_TOKEN).header("DPoP", proof).get(emulator.url("/get/list"));
    }

    private static RequestSpecification withToken(String apiToken) {
        return given().header("Authorization", "DPoP " + apiToken);
    }

    private String proof(Map<String, Object> header, Consumer<JwtClaims> change) {
        JwtClaims claims = claims(emulator);
        change.accept(claims);
        return sign(key, key.getPrivateKey(), header, claims);
    }

    private static JwtClaims claims(RunningEmulator emulator) {
        JwtClaims claims = new JwtClaims();
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setClaim("iat", emulator.clock.instant().getEpochSecond());
        claims.setStringClaim("htm", "GET");
        claims.setStringClaim("htu", emulator.url("/get/list"));
        claims.setStringClaim("ath", RunningEmulator.hash(RunningEmulator.API_TOKEN));
        return claims;
    }

    private static String sign(PublicJsonWebKey key, Key signingKey, Map<String, Object> header, JwtClaims claims) {
        JsonWebSignature proof = new JsonWebSignature();
        proof.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        proof.setHeader("typ", "dpop+jwt");
        proof.setHeader("alg", "ES256");
        proof.getHeaders().setJwkHeaderValue("jwk", key);
        header.forEach(proof::setHeader);
        proof.setKey(signingKey);
        proof.setPayload(claims.toJson());
        try {
            return proof.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey newKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
