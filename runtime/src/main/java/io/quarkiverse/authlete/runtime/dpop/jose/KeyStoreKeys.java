package io.quarkiverse.authlete.runtime.dpop.jose;

import java.security.KeyPair;
import java.util.Set;
import java.util.TreeSet;

import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.KeyStoreOptionsBase;

/**
 * The keys in the key store of a TLS configuration. They are had through its key manager, which knows every form of key
 * store and its passwords.
 */
public record KeyStoreKeys(X509KeyManager keys, String alias) {

    private static final String[] KEY_TYPES = { "EC", "RSA", "RSASSA-PSS", "EdDSA" };

    /** @return {@code null} if there is no key store, or none that can be used */
    public static KeyStoreKeys of(TlsConfiguration configuration, Vertx vertx) {
        KeyCertOptions options = configuration.getKeyStoreOptions();
        if (options == null) {
            return null;
        }
        try {
            for (KeyManager manager : options.getKeyManagerFactory(vertx).getKeyManagers()) {
                if (manager instanceof X509KeyManager keys) {
                    return new KeyStoreKeys(keys, options instanceof KeyStoreOptionsBase store ? store.getAlias() : null);
                }
            }
        } catch (Exception e) {
            // The caller names the properties to check; the message may quote what is in the key store.
        }
        return null;
    }

    /** @return the chosen key, or the only one; {@code null} if there is none or no way to choose */
    KeyPair only() {
        Set<String> aliases = new TreeSet<>();
        for (String type : KEY_TYPES) {
            String[] found = keys.getClientAliases(type, null);
            if (found != null) {
                aliases.addAll(Set.of(found));
            }
        }
        if (alias != null) {
            aliases.removeIf(other -> !other.equalsIgnoreCase(alias));
        }
        if (aliases.size() != 1) {
            return null;
        }
        String only = aliases.iterator().next();
        return new KeyPair(keys.getCertificateChain(only)[0].getPublicKey(), keys.getPrivateKey(only));
    }
}
