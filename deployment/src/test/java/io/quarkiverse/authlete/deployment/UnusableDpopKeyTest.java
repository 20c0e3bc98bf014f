package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A key that can't be used is refused with its property and service, and never shown. */
class UnusableDpopKeyTest {

    private static final String EC = TestKeys.ec(256);

    @TempDir
    Path directory;

    @Test
    void keysThatCannotSign() {
        refused(Map.of("jwk", "no json at all"), "dpop.jwk", "is not a JSON object");
        refused(Map.of("jwk", "[" + EC + "]"), "dpop.jwk", "is not a JSON object");
        refused(Map.of("jwk", "{\"keys\":[" + EC + "]}"), "dpop.jwk", "is a JWK set");
        refused(Map.of("jwk", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldA\"}"), "dpop.jwk", "is a symmetric key");
        refused(Map.of("jwk", TestKeys.without("d", EC)), "dpop.jwk", "is a public key only");
        refused(Map.of("jwk", TestKeys.without("d", TestKeys.rsa(2048))), "dpop.jwk", "is a public key only");
        refused(Map.of("jwk", TestKeys.without("d", TestKeys.okp("Ed25519"))), "dpop.jwk", "is a public key only");
        refused(Map.of("jwk", TestKeys.without("y", EC)), "dpop.jwk", "is not a complete JWK");
        refused(Map.of("jwk", EC.replace("\"kty\":\"EC\",", "")), "dpop.jwk", "is not a complete JWK");
        refused(Map.of("jwk", EC.replace("EC", "XX")), "dpop.jwk", "is not a complete JWK");
        refused(Map.of("jwk", TestKeys.with("use", "\"enc\"", EC)), "dpop.jwk", "is not for signatures");
        refused(Map.of("jwk", TestKeys.with("key_ops", "[\"verify\"]", EC)), "dpop.jwk", "is not for signatures");
        refused(Map.of("jwk", TestKeys.okp("X25519")), "dpop.jwk", "is not a key for signatures");
        refused(Map.of("jwk", TestKeys.rsa(1024)), "dpop.jwk", "is an RSA key of less than 2048 bits");
    }

    @Test
    void aPrivateKeyThatDoesNotBelongToThePublicOne() {
        String mixed = EC.replace(TestKeys.member("d", EC), TestKeys.member("d", TestKeys.ec(256)));

        refused(Map.of("jwk", mixed), "dpop.jwk", "has a private key that does not belong to its public key");
    }

    @Test
    void algorithmsThatTheKeyDoesNotPermit() {
        refused(Map.of("jwk", EC, "algorithm", "ES384"), "dpop.algorithm", "is not possible with the key; possible is [ES256]");
        refused(Map.of("jwk", EC, "algorithm", "none"), "dpop.algorithm", "is not possible with the key");
        refused(Map.of("jwk", EC, "algorithm", "HS256"), "dpop.algorithm", "is not possible with the key");
        refused(Map.of("jwk", TestKeys.with("alg", "\"RS256\"", EC)), "dpop.jwk", "has an alg that its key does not permit");
        refused(Map.of("jwk", TestKeys.with("alg", "\"RS256\"", TestKeys.rsa(2048)), "algorithm", "PS256"), "dpop.algorithm",
                "is not the alg of the JWK, which is RS256");
    }

    @Test
    void places() throws IOException {
        Path file = Files.writeString(directory.resolve("key.jwk"), EC);
        assertThat(DpopSettings.signer(Map.of("jwk-file", file.toString()))).isNotNull();

        refused(Map.of("jwk-file", directory.resolve("none.jwk").toString()), "dpop.jwk-file",
                "names a file that cannot be read");
        refused(Map.of("jwk-file", Files.writeString(directory.resolve("bad"), "{" + EC).toString()), "dpop.jwk-file",
                "is not a JSON object");
        refused(Map.of("jwk", EC, "jwk-file", file.toString()), "dpop.jwk-file", "set only one");
        refused(Map.of("tls-configuration-name", "unknown"), "dpop.tls-configuration-name",
                "names a TLS configuration that does not exist");
    }

    private static void refused(Map<String, String> settings, String key, String what) {
        Throwable failure = catchThrowable(() -> DpopSettings.signer(settings));

        assertThat(failure).isInstanceOf(ConfigurationException.class).hasNoCause()
                .hasMessageContaining("quarkus.authlete.\"eu\"." + key).hasMessageContaining("'eu'").hasMessageContaining(what);
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        String jwk = settings.getOrDefault("jwk", EC);
        for (String member : new String[] { "d", "k", "x", "n" }) {
            if (jwk.contains("\"" + member + "\":")) {
                assertThat(text.toString()).doesNotContain(TestKeys.member(member, jwk));
            }
        }
        assertThat(text.toString()).doesNotContain("no json at all");
    }
}
