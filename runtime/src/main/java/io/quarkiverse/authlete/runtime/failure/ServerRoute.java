package io.quarkiverse.authlete.runtime.failure;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;

import java.net.URI;

/**
 * Where the connections of a service lead, and which properties say so.
 *
 * @param proxy host and port of the proxy, {@code null} if there is none
 */
public record ServerRoute(String service, URI url, String proxy) {

    String server() {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    String urlProperty() {
        return property(service, "url");
    }

    String tlsProperty() {
        return property(service, "tls-configuration-name");
    }

    String proxyRefused(int status) {
        return "The proxy " + (proxy == null ? "before the server" : proxy) + " refused username and password (HTTP status "
                + status + "): check those of the proxy configuration that " + property(service, "proxy-configuration-name")
                + " names, quarkus.proxy.* if it is not set";
    }
}
