package io.quarkiverse.authlete.deployment.devservice;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the path of a request means. The raw path decides: a token identifier may hold any character once it is decoded.
 *
 * @param rawServiceId the ID of the service, as sent
 * @param rawIdentifier the identifier at the end of the path, as sent; null for endpoints that have none
 */
record Route(Endpoint endpoint, String rawServiceId, String rawIdentifier) {

    private static final String PREFIX = "/api/";

    /** @return empty if the path leads nowhere */
    static Optional<Route> of(String rawPath) {
        String path = rawPath == null ? "" : rawPath;
        int serviceEnd = path.startsWith(PREFIX) ? path.indexOf('/', PREFIX.length()) : -1;
        if (serviceEnd < 0) {
            return Optional.empty();
        }
        String rest = path.substring(serviceEnd);
        return Stream.of(Endpoint.values()).filter(endpoint -> endpoint.serves(rest)).findFirst()
                .map(endpoint -> new Route(endpoint, path.substring(PREFIX.length(), serviceEnd), endpoint.identifierIn(rest)));
    }

    /** The identifier may be a token. */
    @Override
    public String toString() {
        return "Route[" + endpoint + "]";
    }
}
