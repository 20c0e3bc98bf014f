package io.quarkiverse.authlete.deployment.devservice;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keeps web pages away from the control API, which asks for no credentials. */
final class ControlGuard {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private ControlGuard() {
    }

    /** @return why the request is refused, or nothing */
    static Optional<String> refusal(ApiRequest request) {
        if (request.header("origin") != null) {
            return Optional.of("Web pages may not control the emulator: the header Origin is not allowed.");
        }
        if (!LOOPBACK.contains(hostName(request))) {
            // DNS rebinding: to a browser, the page and the emulator are then of the same origin.
            return Optional.of("The header Host must name localhost or 127.0.0.1.");
        }
        if (!"application/json".equals(RequestBodyReader.mediaType(request.header("content-type")))) {
            // What a page may send without being asked is of another type.
            return Optional.of("Content-Type must be application/json, also without a body.");
        }
        return Optional.empty();
    }

    private static String hostName(ApiRequest request) {
        String host = request.header("host");
        return host == null ? "" : host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }
}
