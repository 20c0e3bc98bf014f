package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.netty.handler.codec.http.HttpResponseStatus;

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
            return error(RefusedException.framework(404, "There is no such endpoint."), "this path");
        }
        Endpoint endpoint = route.get().endpoint();
        if (!endpoint.method().equals(request.method())) {
            return error(RefusedException.framework(405, "The method must be " + endpoint.method() + "."), endpoint.path())
                    .with("Allow", endpoint.method());
        }
        try {
            return execute(route.get(), request);
        } catch (RefusedException e) {
            return error(e, endpoint.path());
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "The Authlete emulator failed at %s", endpoint.path());
            return ApiResponse.serverError(endpoint.path());
        }
    }

    private ApiResponse execute(Route route, ApiRequest request) {
        Endpoint endpoint = route.endpoint();
        EmulatedService service = services.authorize(decode(route.rawServiceId()), request.header("authorization"));
        if (!service.admits()) {
            // In a second there is a new one to count in.
            return Gateway.withReset(Gateway.tooManyRequests(), Duration.ofSeconds(1));
        }
        return service.execute(endpoint,
                new ApiCall(decode(route.rawIdentifier()), query(request), fields(endpoint, request)));
    }

    private RequestFields fields(Endpoint endpoint, ApiRequest request) {
        if (request.body() == null) {
            throw RefusedException.framework(413, "The request body is too large.");
        }
        return endpoint.hasBody() ? bodies.read(endpoint, request.header("content-type"), request.body())
                : RequestFields.none();
    }

    private static Map<String, List<String>> query(ApiRequest request) {
        try {
            return UrlEncoding.decodePairs(request.query());
        } catch (IllegalArgumentException e) {
            throw RefusedException.framework(400, "The query is not percent-encoded UTF-8.");
        }
    }

    private static String decode(String segment) {
        try {
            return segment == null ? null : UrlEncoding.decodePathSegment(segment);
        } catch (IllegalArgumentException e) {
            throw RefusedException.framework(400, "The path is not percent-encoded UTF-8.");
        }
    }

    static ApiResponse error(RefusedException refusal, String path) {
        // The framework tells no more than the status; we add why.
        String detail = (refusal.code() == ResultCode.FRAMEWORK
                ? "HTTP " + HttpResponseStatus.valueOf(refusal.status()) + ": "
                : "") + refusal.getMessage();
        ObjectNode body = TokenJson.result(JsonNodeFactory.instance.objectNode(), refusal.code(),
                refusal.code().message(path, detail));
        TokenJson.putText(body, "action", refusal.action());
        ApiResponse response = ApiResponse.json(refusal.status(), body);
        return refusal.status() == 401 ? response.with("WWW-Authenticate", "Bearer") : response;
    }
}
