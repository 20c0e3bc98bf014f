package io.quarkiverse.authlete.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of headers, and which of them a user may add to a request (RFC 9110, 5.1 and 5.5). */
public final class HeaderRules {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E\\t]*[\\x21-\\x7E])?|");
    /** Credentials, what describes the body, and what is between this end of the connection and the next (RFC 9110, 7.6.1). */
    private static final Set<String> SET_BY_CLIENT = Set.of("authorization", "dpop", "proxy-authorization",
            "host", "user-agent", "accept", "accept-charset", "accept-encoding", "range",
            "content-type", "content-length", "content-encoding", "content-range",
            "connection", "keep-alive", "proxy-connection", "transfer-encoding", "te", "trailer", "upgrade", "http2-settings",
            "expect");

    private HeaderRules() {
    }

    /**
     * @param value its value; not in the message, because it may be a secret
     * @throws IllegalArgumentException if the header must not be sent
     */
    public static void check(String name, String value) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + printable(name) + "' is not the name of an HTTP header");
        }
        if (SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header " + name + " is set by the client; leave it out");
        }
        if (!isValue(value)) {
            throw new IllegalArgumentException("The value of the header " + name
                    + " must consist of visible ASCII characters, with spaces and tabs only between them");
        }
    }

    /** @param value the value of a header, may be {@code null} */
    public static boolean isValue(String value) {
        return value != null && VALUE.matcher(value).matches();
    }

    /** @return the values of a header, whose name may be in any case */
    public static Stream<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream());
    }

    private static String printable(String name) {
        return name == null ? "null" : name.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
