package io.quarkiverse.authlete.deployment;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.DEFAULT_SERVICE;
import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/** Tells where the emulator is and how to call it by hand. */
final class StartupMessage {

    private final List<DevService> services;

    StartupMessage(List<DevService> services) {
        this.services = services;
    }

    /** @param url where the emulator has started */
    String text(String url) {
        StringBuilder text = new StringBuilder("The authlete dev service is ready to accept connections on ").append(url)
                .append(". To list tokens:");
        for (DevService service : services) {
            text.append(System.lineSeparator()).append("    curl -H 'Authorization: Bearer ").append(apiToken(service))
                    .append("' '").append(url).append("/api/").append(encode(service.serviceId()))
                    .append("/auth/token/get/list?start=0&end=20'");
            if (!service.name().equals(DEFAULT_SERVICE)) {
                text.append("  # ").append(service.name());
            }
        }
        return text.toString();
    }

    /** What the user has configured may open a real service too, and must not be in a log. */
    private static String apiToken(DevService service) {
        return service.apiTokenConfigured() ? "<" + property(service.name(), "service-access-token") + ">" : service.apiToken();
    }

    private static String encode(String pathSegment) {
        return URLEncoder.encode(pathSegment, UTF_8).replace("+", "%20");
    }
}
