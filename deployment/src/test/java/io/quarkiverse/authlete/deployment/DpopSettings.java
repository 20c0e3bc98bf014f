package io.quarkiverse.authlete.deployment;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.dpop.DpopSigner;
import io.quarkiverse.authlete.runtime.dpop.jose.JoseSigner;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The key of the service "eu", from its settings, without an application. */
final class DpopSettings {

    private DpopSettings() {
    }

    /** @param settings by their keys below {@code quarkus.authlete."eu".dpop} */
    static DpopSigner signer(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((key, value) -> properties.put(AuthleteRuntimeConfig.property("eu", "dpop." + key), value));
        AuthleteRuntimeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AuthleteRuntimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build().getConfigMapping(AuthleteRuntimeConfig.class);
        return JoseSigner.of("eu", config.services().get("eu").dpop(), name -> null);
    }
}
