package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.zip.CRC32;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.authlete.runtime.credentials.ApiTokenLookup;

/**
 * A service of the application that the emulator stands in for.
 *
 * @param apiTokenConfigured whether the API token is the user's, and so perhaps a real one
 */
record DevService(String name, String serviceId, String apiToken, boolean apiTokenConfigured) {

    /** @param defaultServiceId the ID of the default service if none is configured */
    static DevService of(String name, String defaultServiceId, Config config) {
        String serviceId = configured(config, name, "service-id")
                .orElseGet(() -> name.equals(DEFAULT_SERVICE) ? defaultServiceId : serviceIdFrom(name));
        Optional<String> apiToken = configured(config, name, "service-access-token");
        return new DevService(name, serviceId, apiToken.orElse(ApiTokenLookup.emulated(serviceId)), apiToken.isPresent());
    }

    /** Whether the emulator stands in for the service. */
    static boolean isEmulated(String name, Config config) {
        return configured(config, name, "url").isEmpty() && configured(config, name, "region").isEmpty();
    }

    /** The API token may be a real one. */
    @Override
    public String toString() {
        return "DevService[" + name + "]";
    }

    /** The same at every start, so that tokens survive a live reload and a URL in the shell history stays valid. */
    private static String serviceIdFrom(String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(UTF_8));
        return Long.toString(10_000_000_000L + hash.getValue());
    }

    private static Optional<String> configured(Config config, String service, String key) {
        return config.getOptionalValue(property(service, key), String.class).filter(value -> !value.isBlank());
    }
}
