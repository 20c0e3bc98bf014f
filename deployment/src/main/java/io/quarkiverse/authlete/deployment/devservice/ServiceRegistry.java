package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The emulated services, and who may call which of them. */
final class ServiceRegistry {

    private static final String SCHEME = "bearer ";

    private final Map<String, EmulatedService> services;

    ServiceRegistry(List<EmulatedService> services) {
        this.services = services.stream()
                .collect(Collectors.toUnmodifiableMap(service -> service.settings().serviceId(), Function.identity()));
    }

    /** The service of that ID, provided that the Authorization header opens it. */
    EmulatedService authorize(String serviceId, String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw RefusedException.http(401, ResultCode.AUTHORIZATION_MISSING, "Authorization header is missing.");
        }
        String apiToken = bearerToken(authorization);
        if (apiToken.isEmpty()) {
            throw RefusedException.http(401, ResultCode.AUTHORIZATION_MALFORMED,
                    "Authorization header is not 'Bearer' and an access token.");
        }
        if (services.values().stream().noneMatch(service -> service.isOpenedBy(apiToken))) {
            throw RefusedException.http(401, ResultCode.API_TOKEN_INVALID, "The API access token is not valid.");
        }
        EmulatedService service = services.get(serviceId);
        if (service == null || !service.isOpenedBy(apiToken)) {
            // One answer for both, so that a caller learns nothing about services that are not its own.
            throw RefusedException.http(403, ResultCode.ACCESS_RIGHT_MISSING,
                    "The API access token does not have the access rights ([USE_SERVICE]) for service " + serviceId + ".");
        }
        return service;
    }

    private static String bearerToken(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? authorization.substring(SCHEME.length()).trim() : "";
    }
}
