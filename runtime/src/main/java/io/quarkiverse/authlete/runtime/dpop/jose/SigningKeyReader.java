package io.quarkiverse.authlete.runtime.dpop.jose;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import io.quarkiverse.authlete.runtime.config.DpopConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.runtime.config.TlsConfigUtils;

/** Reads the key of a service from where the configuration says, and checks it; no message shows anything of a key. */
final class SigningKeyReader {

    private static final String JWK = "dpop.jwk";
    private static final String JWK_FILE = "dpop.jwk-file";
    private static final String TLS_CONFIGURATION = "dpop.tls-configuration-name";

    private final String service;
    private final DpopConfig config;
    private final Function<String, KeyStoreKeys> keyStores;

    SigningKeyReader(String service, DpopConfig config, Function<String, KeyStoreKeys> keyStores) {
        this.service = service;
        this.config = config;
        this.keyStores = keyStores;
    }

    SigningKey read() {
        if (Stream.of(config.jwk(), config.jwkFile(), config.tlsConfigurationName()).filter(Optional::isPresent).count() > 1) {
            throw new ConfigurationException("The Authlete service '" + service + "' has more than one DPoP key: set only one"
                    + " of " + property(service, JWK) + ", " + property(service, JWK_FILE) + " and "
                    + property(service, TLS_CONFIGURATION) + ".");
        }
        String key = config.jwk().isPresent() ? JWK : config.jwkFile().isPresent() ? JWK_FILE : TLS_CONFIGURATION;
        try {
            PrivateJwk jwk = config.jwk().isPresent() ? PrivateJwk.parse(config.jwk().get())
                    : config.jwkFile().isPresent() ? PrivateJwk.parse(file(config.jwkFile().get()))
                            : new PrivateJwk(keyPair(config.tlsConfigurationName().orElseThrow()), null);
            return signingKey(jwk);
        } catch (UnusableKeyException e) {
            throw wrong(key, e.getMessage());
        }
    }

    private static String file(String location) throws UnusableKeyException {
        try {
            return new String(TlsConfigUtils.read(Path.of(location)), StandardCharsets.UTF_8);
        } catch (UncheckedIOException | InvalidPathException e) {
            throw new UnusableKeyException("names a file that cannot be read: " + location);
        }
    }

    private KeyPair keyPair(String name) throws UnusableKeyException {
        KeyStoreKeys keys = keyStores.apply(name);
        if (keys == null) {
            throw new UnusableKeyException("names a TLS configuration that does not exist or has no usable key store: set"
                    + " quarkus.tls." + name + ".key-store.*");
        }
        KeyPair pair = keys.only();
        if (pair == null) {
            throw new UnusableKeyException("names a TLS configuration whose key store has no private key with a certificate, or"
                    + " several: set the alias in quarkus.tls." + name + ".key-store.*");
        }
        return pair;
    }

    private SigningKey signingKey(PrivateJwk jwk) throws UnusableKeyException {
        String algorithm = algorithm(jwk.algorithm(), SigningAlgorithms.of(jwk.keys().getPublic()));
        try {
            // From the public key alone, so that nothing else of the JWK gets into a proof.
            PublicJsonWebKey publicKey = PublicJsonWebKey.Factory.newPublicJwk(jwk.keys().getPublic());
            SigningKey key = new SigningKey(jwk.keys().getPrivate(), publicKey, algorithm);
            tryOut(key);
            return key;
        } catch (JoseException | RuntimeException e) {
            throw new UnusableKeyException("cannot be used to sign with " + algorithm);
        }
    }

    private String algorithm(String ofJwk, List<String> permitted) throws UnusableKeyException {
        String configured = config.algorithm().orElse(null);
        if (ofJwk != null && !permitted.contains(ofJwk)) {
            throw new UnusableKeyException("has an alg that its key does not permit; possible is " + permitted);
        }
        if (configured != null && !permitted.contains(configured)) {
            throw wrong("dpop.algorithm", "is not possible with the key; possible is " + permitted);
        }
        if (configured != null && ofJwk != null && !configured.equals(ofJwk)) {
            throw wrong("dpop.algorithm", "is not the alg of the JWK, which is " + ofJwk);
        }
        return configured != null ? configured : ofJwk != null ? ofJwk : permitted.get(0);
    }

    /** A private key may not belong to the public one that stands beside it. */
    private static void tryOut(SigningKey key) throws JoseException, UnusableKeyException {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(key.algorithm());
        signed.setKey(key.privateKey());
        signed.setPayload("");
        String text = signed.getCompactSerialization();
        JsonWebSignature received = new JsonWebSignature();
        received.setCompactSerialization(text);
        received.setKey(key.publicKey().getPublicKey());
        if (!received.verifySignature()) {
            throw new UnusableKeyException("has a private key that does not belong to its public key");
        }
    }

    private ConfigurationException wrong(String key, String what) {
        return new ConfigurationException(property(service, key) + " of the Authlete service '" + service + "' " + what + ".");
    }
}
