package io.quarkiverse.authlete.deployment.devservice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** URIs of proofs in one form, so that they can be compared (RFC 9449, 4.3; RFC 3986, 6.2.2 and 6.2.3). */
final class ProofUri {

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String UNRESERVED = "-._~";

    private ProofUri() {
    }

    /** @return the URI without query and fragment, or null if it is no absolute http or https URI */
    static String normalize(String text) {
        try {
            URI uri = new URI(text).normalize();
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int defaultPort = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
            int port = uri.getPort() == -1 ? defaultPort : uri.getPort();
            String path = ENCODED.matcher(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                    .replaceAll(octet -> normalizeOctet(octet.group()));
            return port == -1 ? null : scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port + path;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String normalizeOctet(String encoded) {
        char octet = (char) Integer.parseInt(encoded.substring(1), 16);
        boolean unreserved = octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
        return unreserved ? String.valueOf(octet) : encoded.toUpperCase(Locale.ROOT);
    }
}
