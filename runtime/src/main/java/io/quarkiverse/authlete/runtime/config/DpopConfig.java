package io.quarkiverse.authlete.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;

/** The private key for DPoP. Set only one of its three sources. */
@ConfigGroup
public interface DpopConfig {

    /**
     * The private key to which the API token is bound, as a JSON Web Key (RFC 7517) of type EC, RSA or OKP. It is a secret.
     */
    Optional<String> jwk();

    /**
     * A file with the JSON Web Key: a resource on the class path, or else a path.
     */
    Optional<String> jwkFile();

    /**
     * The name of a TLS configuration, `quarkus.tls."name"`, whose key store holds the private key with a certificate. Only
     * the key is used.
     */
    Optional<String> tlsConfigurationName();

    /**
     * The signature algorithm, such as `ES256`. Only RSA keys have a choice: `PS256`, `PS384`, `PS512`, `RS256`, `RS384` or
     * `RS512`.
     */
    @ConfigDocDefault("the `alg` of the JWK, else `PS256` for an RSA key and the one that fits for any other key")
    Optional<String> algorithm();
}
