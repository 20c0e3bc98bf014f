package io.quarkiverse.authlete.runtime.dpop;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import io.quarkiverse.authlete.runtime.config.DpopConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** For applications without the library: they must not configure DPoP. */
final class NoJoseLibrary implements DpopSigners {

    @Override
    public DpopSigner create(String service, DpopConfig config) {
        throw new ConfigurationException(property(service, "dpop") + ".* of the Authlete service '" + service
                + "' needs a library that the application does not have: add the dependency org.bitbucket.b_c:jose4j.");
    }
}
