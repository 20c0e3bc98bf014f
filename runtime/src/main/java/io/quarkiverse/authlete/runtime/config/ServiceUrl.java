package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The rules for the base URL of a service. */
final class ServiceUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");

    private ServiceUrl() {
    }

    static URI parse(String text, boolean plainHttpAllowed, String service) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(service, "is not a URL: " + e.getReason());
        }
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw wrong(service, "must begin with https:// (or http:// for this machine)");
        }
        if (url.getHost() == null) {
            throw wrong(service, "has no host");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw wrong(service, "must have no user, query or fragment");
        }
        if ("http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url.getHost()) && !plainHttpAllowed) {
            throw wrong(service, "is plain http to the host " + url.getHost() + ", which would send the API token"
                    + " unencrypted. Use https, or set " + property(service, "allow-plain-http") + "=true");
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static ConfigurationException wrong(String service, String what) {
        return new ConfigurationException(
                property(service, "url") + " of the Authlete service '" + service + "' " + what + ".");
    }
}
