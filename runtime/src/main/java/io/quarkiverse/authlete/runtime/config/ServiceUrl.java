package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The rules for the base URL of a service. */
public final class ServiceUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");

    private ServiceUrl() {
    }

    static URI parse(String text, boolean plainHttpAllowed, String service) {
        URI url;
        try {
            url = withLowerCaseScheme(new URI(text));
        } catch (URISyntaxException e) {
            throw wrong(service, "is not a URL: " + e.getReason());
        }
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw wrong(service, "must begin with https:// (or http:// for this machine)");
        }
        if (url.getHost() == null) {
            throw wrong(service, "has no host");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw wrong(service, "must have no user, query or fragment");
        }
        if ("http".equals(url.getScheme()) && !isOnThisMachine(url) && !plainHttpAllowed) {
            throw wrong(service, "is plain http to the host " + url.getHost() + ", which would send the API token"
                    + " unencrypted. Use https, or set " + property(service, "allow-plain-http") + "=true");
        }
        return url;
    }

    /** The REST client compares it with "https" to the letter, and would send the API token unencrypted to HTTPS://. */
    private static URI withLowerCaseScheme(URI url) {
        String scheme = url.getScheme();
        return scheme == null ? url
                : URI.create(scheme.toLowerCase(Locale.ROOT) + url.toString().substring(scheme.length()));
    }

    /** @return whether the host is this machine, by its name or number; no name is resolved */
    public static boolean isOnThisMachine(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(host) || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static ConfigurationException wrong(String service, String what) {
        return ServiceCheck.wrong(service, "url", what);
    }
}
