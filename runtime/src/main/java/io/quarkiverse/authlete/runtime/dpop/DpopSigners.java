package io.quarkiverse.authlete.runtime.dpop;

import io.quarkiverse.authlete.runtime.config.DpopConfig;

/** Makes the signer of a service. Stands between the client and the JOSE library, which an application need not have. */
public interface DpopSigners {

    /**
     * @throws io.quarkus.runtime.configuration.ConfigurationException if there is no usable key; the message names the property
     */
    DpopSigner create(String service, DpopConfig config);
}
