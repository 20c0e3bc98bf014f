package io.quarkiverse.authlete.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;

/** The private key for DPoP; it comes from one place only. */
@ConfigGroup
public interface DpopConfig {

    /**
     * The private key to which the API token is bound, as a JSON Web Key (RFC 7517) of type EC, RSA or OKP. It is a secret.
     */
    Optional<String> jwk();

    /**
     * The same in a file: a resource on the class path, or else a path.
     */
    Optional<String> jwkFile();

    /**
     * The name of a TLS configuration, `quarkus.tls."name"`, whose key store holds the private key with a certificate. Only
     * the key is used.
     */
    Optional<String> tlsConfigurationName();

    /**
     * The algorithm of the signatures, such as `ES256`. Only an RSA key leaves a choice: `PS256`, `PS384`, `PS512`, `RS256`,
     * `RS384` or `RS512`.
     */
    @ConfigDocDefault("what the `alg` of the JWK says; else `PS256` for an RSA key, and the only possible one for other keys")
    Optional<String> algorithm();
}
