package io.quarkiverse.authlete.runtime.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of requests below the configured URL. */
public final class RequestPaths {

    private final URI base;
    private final String prefix;
    private final String services;

    public RequestPaths(URI base) {
        this.base = base;
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.services = below("/api/");
    }

    public int port() {
        return base.getPort() >= 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80;
    }

    String below(String path) {
        return prefix + path;
    }

    String uri(String serviceId, String path) {
        return services + encode(serviceId) + "/auth/token/" + path;
    }

    /** @param path the encoded path below that of the token operations, and the query */
    public URI target(String serviceId, String path) {
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + uri(serviceId, path));
    }

    /**
     * Leaves nothing as it is but unreserved characters (RFC 3986, 2.3). Some servers cut a segment at {@code ;}, so that
     * {@code ..;} becomes {@code ..}, or read {@code +} as a space.
     */
    public static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnreserved(text.charAt(i))) {
                // What is for forms has another space, leaves the asterisk, and encodes the tilde.
                return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                        .replace("%7E", "~");
            }
        }
        return text;
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_'
                || c == '~';
    }
}
