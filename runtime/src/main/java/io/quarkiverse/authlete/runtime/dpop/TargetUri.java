package io.quarkiverse.authlete.runtime.dpop;

import java.net.URI;
import java.util.Locale;

/** The URI of a request in a proof, {@code htu}: without query and fragment. */
final class TargetUri {

    private TargetUri() {
    }

    /**
     * Scheme and host in lower case and no default port, as they are in the Host header of the request for most servers; the
     * path as it is sent, for any other form of its percent-encoding could mean another resource.
     */
    static String of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() == -1 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }
}
