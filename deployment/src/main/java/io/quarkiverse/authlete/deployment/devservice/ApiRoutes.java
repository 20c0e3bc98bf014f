package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** From a raw request to the operation it means, and from whatever that does to an answer. */
final class ApiRoutes implements Function<ApiRequest, ApiResponse> {

    private static final Logger LOG = Logger.getLogger(ApiRoutes.class);

    private final ServiceRegistry services;
    private final RequestBodyReader bodies;

    ApiRoutes(ServiceRegistry services, RequestBodyReader bodies) {
        this.services = services;
        this.bodies = bodies;
    }

    @Override
    public ApiResponse apply(ApiRequest request) {
        Optional<Route> route = Route.of(request.path());
        if (route.isEmpty()) {
            // The path is not repeated: it may hold a token.
            return error(404, Map.of(), ResultCode.PATH_UNKNOWN, "this path", "no such endpoint.", null);
        }
        Endpoint endpoint = route.get().endpoint();
        if (!endpoint.method().equals(request.method())) {
            return error(405, Map.of("Allow", endpoint.method()), ResultCode.METHOD_NOT_ALLOWED, endpoint.path(),
                    "The method must be " + endpoint.method() + ".", null);
        }
        return execute(route.get(), request);
    }

    private ApiResponse execute(Route route, ApiRequest request) {
        Endpoint endpoint = route.endpoint();
        try {
            EmulatedService service = services.authorize(decode(route.rawServiceId()), request.header("authorization"));
            service.admit();
            return service.execute(endpoint,
                    new ApiCall(decode(route.rawIdentifier()), query(request), fields(endpoint, request)));
        } catch (RefusedException e) {
            return error(e.status(), headers(e.status()), e.code(), endpoint.path(), e.getMessage(), e.action());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The Authlete emulator failed at %s", endpoint.path());
            return error(500, Map.of(), ResultCode.SERVER_ERROR, endpoint.path(), "Authlete Server error.", null);
        }
    }

    private RequestFields fields(Endpoint endpoint, ApiRequest request) {
        if (request.body() == null) {
            throw RefusedException.http(400, ResultCode.BODY_TOO_LARGE, "The request body is too large.");
        }
        return endpoint.hasBody() ? bodies.read(endpoint, request.header("content-type"), request.body())
                : RequestFields.none();
    }

    private static Map<String, List<String>> query(ApiRequest request) {
        try {
            return UrlEncoding.decodePairs(request.query());
        } catch (IllegalArgumentException e) {
            throw RefusedException.http(400, ResultCode.URL_MALFORMED, "The query is not percent-encoded correctly.");
        }
    }

    private static String decode(String segment) {
        try {
            return segment == null ? null : UrlEncoding.decodePathSegment(segment);
        } catch (IllegalArgumentException e) {
            throw RefusedException.http(400, ResultCode.URL_MALFORMED, "The path is not percent-encoded correctly.");
        }
    }

    private static Map<String, String> headers(int status) {
        return switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer");
            // In a second there is a new one to count in.
            case 429 -> Map.of("Retry-After", "1");
            default -> Map.of();
        };
    }

    private static ApiResponse error(int status, Map<String, String> headers, ResultCode code, String path, String detail,
            String action) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("resultCode", code.code()).put("resultMessage", code.message(path, detail));
        if (action != null) {
            body.put("action", action);
        }
        return new ApiResponse(status, headers, body);
    }
}
