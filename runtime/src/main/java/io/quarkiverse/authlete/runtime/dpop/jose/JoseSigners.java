package io.quarkiverse.authlete.runtime.dpop.jose;

import java.time.InstantSource;
import java.util.function.Function;

import io.quarkiverse.authlete.runtime.config.DpopConfig;
import io.quarkiverse.authlete.runtime.dpop.DpopSigner;
import io.quarkiverse.authlete.runtime.dpop.DpopSigners;

/** Signs with jose4j. Everything that knows this library is in this package. */
public final class JoseSigners implements DpopSigners {

    private final Function<String, KeyStoreKeys> keyStores;

    /** @param keyStores the keys in the key store of a TLS configuration, by its name */
    public JoseSigners(Function<String, KeyStoreKeys> keyStores) {
        this.keyStores = keyStores;
    }

    @Override
    public DpopSigner create(String service, DpopConfig config) {
        return new JoseSigner(new SigningKeyReader(service, config, keyStores).read(), InstantSource.system());
    }
}
