package io.quarkiverse.authlete.runtime.restclient;

import java.net.URI;
import java.util.Locale;

/**
 * Encodes in a path what the REST client leaves as it is because RFC 3986 allows it there. Some servers cut a segment at
 * {@code ;}, so that {@code ..;} becomes {@code ..}, or read {@code +} as a space.
 */
final class PathEncoding {

    private static final String ALLOWED_BUT_SPECIAL = "!$&'()*+,;=:@";

    private PathEncoding() {
    }

    /**
     * @param uri the URI of a request
     * @param base the configured URL, whose path stays as it is
     * @return the URI with nothing but unreserved characters and percent-encoded ones in the segments after that path
     */
    static URI strict(URI uri, URI base) {
        String path = uri.getRawPath();
        int prefix = path.startsWith(base.getRawPath()) ? base.getRawPath().length() : 0;
        if (isStrict(path, prefix)) {
            return uri;
        }
        StringBuilder encoded = new StringBuilder(path.substring(0, prefix));
        for (char c : path.substring(prefix).toCharArray()) {
            if (ALLOWED_BUT_SPECIAL.indexOf(c) < 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + encoded + query);
    }

    private static boolean isStrict(String path, int from) {
        for (int i = from; i < path.length(); i++) {
            if (ALLOWED_BUT_SPECIAL.indexOf(path.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
