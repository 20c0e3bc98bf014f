package io.quarkiverse.authlete.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes what blocks of properties refer to: keys, certificates, secrets, and the file printed below. */
final class ConfigurationFiles {

    private static final Path DIRECTORY = Path.of("target", "configuration-blocks").toAbsolutePath();

    private static final String PASSWORD = "changeit";
    private static final Path KEY_STORE = DIRECTORY.resolve("keys.p12");
    private static final Pattern FILE = Pattern.compile("[\\w/.-]+\\.(jwk|p12|pem|crt|key|json)");
    private static final Pattern SEED = Pattern.compile("^\\[source,json]\\R----\\R(.*?)^----$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private ConfigurationFiles() {
    }

    /** What a variable in braces stands for. */
    static String secret(String variable) {
        return variable.endsWith("_DPOP_KEY") ? newJwk() : PASSWORD;
    }

    /** The value itself, or the path of a file that is now there if the value names one. */
    static String existing(String value) {
        if (!FILE.matcher(value).matches()) {
            return value;
        }
        Path file = DIRECTORY.resolve(Path.of(value).getFileName());
        try {
            Files.createDirectories(DIRECTORY);
            switch (value.substring(value.lastIndexOf('.') + 1)) {
                case "jwk" -> Files.writeString(file, newJwk());
                case "json" -> Files.writeString(file, printedSeed());
                case "key" -> writePem(file, "PRIVATE KEY", keyStore().getKey("authlete", PASSWORD.toCharArray()).getEncoded());
                case "pem", "crt" -> writePem(file, "CERTIFICATE", keyStore().getCertificate("authlete").getEncoded());
                default -> keyStore();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make " + file, e);
        }
        return file.toString();
    }

    private static String newJwk() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String printedSeed() throws IOException {
        return SEED.matcher(Files.readString(Path.of("modules/ROOT/pages/dev-services.adoc"))).results().findFirst()
                .orElseThrow().group(1);
    }

    private static void writePem(Path file, String type, byte[] content) throws IOException {
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
                + "\n-----END " + type + "-----\n");
    }

    /** Certificates have no public API in the JDK but its tool. */
    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        if (!Files.exists(KEY_STORE)) {
            Process keytool = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", "authlete", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=test",
                    "-storetype", "PKCS12", "-keystore", KEY_STORE.toString(), "-storepass", PASSWORD)).inheritIO().start();
            try {
                if (!keytool.waitFor(2, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                    throw new IOException("keytool has made no key");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } finally {
                keytool.destroyForcibly();
            }
        }
        return KeyStore.getInstance(KEY_STORE.toFile(), PASSWORD.toCharArray());
    }
}
