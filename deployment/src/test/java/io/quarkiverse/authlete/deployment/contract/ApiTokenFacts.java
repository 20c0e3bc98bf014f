package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.Emulator.OTHER_SERVICE;
import static io.quarkiverse.authlete.deployment.contract.Emulator.SERVICE;
import static io.quarkiverse.authlete.deployment.contract.Fact.documented;
import static io.quarkiverse.authlete.deployment.contract.Fact.example;
import static io.quarkiverse.authlete.deployment.contract.Fact.missing;
import static io.quarkiverse.authlete.deployment.contract.Fact.ourDecision;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

import io.quarkiverse.authlete.deployment.ConfiguredEmulator;

/** Who may call. */
final class ApiTokenFacts {

    static final Chapter CHAPTER = new Chapter("api-token", "API token", "", List.of(
            documented("The API token is a Bearer token", "Without it: 401 `A001202`.", "The same.", api -> {
                api.send(get(api, SERVICE)).is(401, "A001202");
                assertThat(api.list("").status()).isEqualTo(200);
            }),
            documented("A malformed `Authorization` header is refused", "401 `A001203`.", "The code; not the status.",
                    api -> {
                        for (String header : List.of("nonsense", "Bearer", "Basic abc")) {
                            api.send(get(api, SERVICE).header("Authorization", header)).is(401, "A001203");
                        }
                    }),
            ourDecision("An API token that no service has is refused", "401.", "401 exists; not when.",
                    api -> assertThat(
                            api.send(get(api, SERVICE).header("Authorization", "Bearer unknown")).status()).isEqualTo(401)),
            example("An API token without permission is refused",
                    "403 `A457101`. The API token of another service has none, nor has any for a service that does not exist.",
                    "Seen with this code and status. Which permission a call needs is not public.", api -> {
                        String foreign = "Bearer " + ConfiguredEmulator.apiToken(OTHER_SERVICE);
                        api.send(get(api, SERVICE).header("Authorization", foreign)).is(403, "A457101");
                        api.send(get(api, "4711").header("Authorization", foreign)).is(403, "A457101");
                    }),
            ourDecision("Refusals with 401 have a `WWW-Authenticate` header", "", "Nothing.",
                    api -> assertThat(api.send(get(api, SERVICE)).header("WWW-Authenticate")).isEqualTo("Bearer")),
            documented("Without the DPoP proof that it needs, an API token is refused", "401 `A001301`.",
                    "The code; not the status.", api -> {
                        try (Emulator strict = Emulator.start("dpop=required")) {
                            strict.list("").is(401, "A001301");
                        }
                        api.send(withProof(api, null)).is(401, "A001301");
                    }),
            documented("A DPoP proof by another key than that of the API token is refused", "401 `A001302`.",
                    "The code; not the status.", api -> {
                        assertThat(api.send(withProof(api, proof(api, key(), Map.of()))).status()).isEqualTo(200);
                        api.send(withProof(api, proof(api, key(), Map.of()))).is(401, "A001302");
                    }),
            documented("A DPoP proof that can't be processed is refused", "401 `A001303`.", "The code; not the status.",
                    api -> api.send(withProof(api, "nonsense")).is(401, "A001303")),
            documented("A DPoP proof with the algorithm `none`, or a symmetric one, is refused", "401 `A001304`.",
                    "The code; not the status.",
                    api -> {
                        api.send(withProof(api, proof(api, key(), Map.of("alg", "none")))).is(401, "A001304");
                        api.send(withProof(api, proof(api, key(), Map.of("alg", "HS256")))).is(401, "A001304");
                    }),
            documented("A DPoP proof without a key is refused", "401 `A001305`.", "The code; not the status.",
                    api -> api.send(withProof(api, proof(api, null, Map.of()))).is(401, "A001305")),
            documented("A DPoP proof without an algorithm is refused", "401 `A001306`.", "The code; not the status.",
                    // {"typ":"dpop+jwt"}.{}.
                    api -> api.send(withProof(api, "eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.")).is(401, "A001306")),
            ourDecision("A DPoP proof passes once, and up to a minute before and after its `iat`",
                    "Other spellings of the same `htu` pass, and the nonce before the current one still counts.",
                    "RFC 9449 leaves the time to the server.", api -> {
                        PublicJsonWebKey key = key();
                        String proof = proof(api, key, Map.of());
                        assertThat(api.send(withProof(api, proof)).status()).isEqualTo(200);
                        assertThat(api.send(withProof(api, proof)).status()).isEqualTo(401);
                    }),
            ourDecision("An API token that is bound to a key still passes as a Bearer token", "Unless `dpop=required`.",
                    "Nothing.", api -> {
                        assertThat(api.send(withProof(api, proof(api, key(), Map.of()))).status()).isEqualTo(200);
                        assertThat(api.list("").status()).isEqualTo(200);
                    }),
            missing("API tokens are not bound to certificates", "", "They may be; `A001307` to `A001309`."),
            ourDecision("Plain HTTP is accepted", "On the loopback interface only.", "400 `A001201`: TLS is needed.", api -> {
                assertThat(api.url("")).startsWith("http://localhost:");
                assertThat(api.list("").status()).isEqualTo(200);
            })));

    private ApiTokenFacts() {
    }

    private static HttpRequest.Builder get(Emulator api, String service) {
        return HttpRequest.newBuilder(URI.create(api.url(Emulator.path(service, "/get/list"))));
    }

    /** @param proof null for none */
    private static HttpRequest.Builder withProof(Emulator api, String proof) {
        HttpRequest.Builder request = get(api, SERVICE).header("Authorization",
                "DPoP " + ConfiguredEmulator.apiToken(SERVICE));
        return proof == null ? request : request.header("DPoP", proof);
    }

    private static PublicJsonWebKey key() throws JoseException {
        return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    }

    /** @param key that of the header and the signature; null for none in the header */
    private static String proof(Emulator api, PublicJsonWebKey key, Map<String, String> header) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setStringClaim("htm", "GET");
        claims.setStringClaim("htu", api.url(Emulator.path(SERVICE, "/get/list")));
        claims.setStringClaim("ath", Hash.of(ConfiguredEmulator.apiToken(SERVICE)));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        JsonWebSignature proof = new JsonWebSignature();
        proof.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        proof.setHeader("typ", "dpop+jwt");
        proof.setAlgorithmHeaderValue("ES256");
        if (key != null) {
            proof.setJwkHeader(key);
        }
        header.forEach(proof::setHeader);
        proof.setKey(switch (proof.getAlgorithmHeaderValue()) {
            case "none" -> null;
            case "HS256" -> new HmacKey(new byte[32]);
            default -> (key == null ? key() : key).getPrivateKey();
        });
        proof.setPayload(claims.toJson());
        return proof.getCompactSerialization();
    }
}
