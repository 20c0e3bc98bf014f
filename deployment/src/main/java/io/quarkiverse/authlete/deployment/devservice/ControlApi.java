package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.emulator.Fault;

/** What tests and tools may do to the emulator. No part of Authlete's API. */
final class ControlApi implements Function<ApiRequest, ApiResponse> {

    static final String PREFIX = "/emulator/";

    private final EmulatorState state;
    private final JsonCodec json;
    private final Map<String, Function<ApiRequest, ApiResponse>> endpoints;

    ControlApi(EmulatorState state, JsonCodec json) {
        this.state = state;
        this.json = json;
        this.endpoints = Map.of(
                "GET faults", request -> answer(state.faults().pending(service(request))),
                "POST faults", this::addFault,
                "POST faults/remove", this::removeFault,
                "DELETE faults", this::clearFaults,
                "GET requests", request -> answer(state.requests().requests(service(request))),
                "GET clock", request -> answer(Map.of("now", state.clock().instant())),
                "POST clock", this::advanceClock,
                "POST clients", this::addClient,
                "POST tokens", this::addToken,
                "POST reset", this::reset);
    }

    @Override
    public ApiResponse apply(ApiRequest request) {
        Optional<String> refusal = ControlGuard.refusal(request);
        if (refusal.isPresent()) {
            return problem(403, refusal.get());
        }
        Function<ApiRequest, ApiResponse> endpoint = endpoints
                .get(request.method() + " " + request.path().substring(PREFIX.length()));
        if (endpoint == null) {
            return problem(404, "The control API of the emulator has: " + String.join(", ", endpoints.keySet().stream()
                    .sorted().map(name -> name.replace(" ", " " + PREFIX)).toList()));
        }
        try {
            return endpoint.apply(request);
        } catch (RefusedException | IllegalArgumentException e) {
            return problem(400, e.getMessage());
        }
    }

    private ApiResponse addFault(ApiRequest request) {
        state.faults().add(read(request, Fault.class));
        return ApiResponse.noContent();
    }

    private ApiResponse removeFault(ApiRequest request) {
        state.faults().remove(read(request, Fault.class));
        return ApiResponse.noContent();
    }

    private ApiResponse clearFaults(ApiRequest request) {
        state.faults().clear(service(request));
        return ApiResponse.noContent();
    }

    private ApiResponse advanceClock(ApiRequest request) {
        state.clock().advance(required("advance", read(request, Advance.class).advance()));
        return ApiResponse.noContent();
    }

    private ApiResponse addClient(ApiRequest request) {
        NewClient client = read(request, NewClient.class);
        if (client.clientId() <= 0) {
            throw new IllegalArgumentException("clientId must be a positive number");
        }
        state.service(required("serviceId", client.serviceId())).addClient(client.clientId());
        return ApiResponse.noContent();
    }

    private ApiResponse addToken(ApiRequest request) {
        IssuedToken token = read(request, IssuedToken.class);
        EmulatedService service = state.service(required("serviceId", token.serviceId()));
        ObjectNode members = required("token", token.token());
        SeedFile.unknownTokenMember(members).ifPresent(name -> {
            throw new IllegalArgumentException("token has the unknown member '" + name + "'");
        });
        return service.create(new RequestFields(members),
                Optional.ofNullable(token.createdAt()).orElseGet(state.clock()::instant));
    }

    private ApiResponse reset(ApiRequest request) {
        state.reset();
        return ApiResponse.noContent();
    }

    /** @return the service that the query names, or null for all */
    private static String service(ApiRequest request) {
        return UrlEncoding.decodePairs(request.query()).getOrDefault("service", List.of()).stream().findFirst().orElse(null);
    }

    private <T> T read(ApiRequest request, Class<T> type) {
        if (request.body() == null) {
            throw new IllegalArgumentException("The body is too large");
        }
        return json.read(request.body(), type);
    }

    private ApiResponse answer(Object value) {
        return ApiResponse.ok(json.tree(value));
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static ApiResponse problem(int status, String message) {
        return ApiResponse.json(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private record Advance(Duration advance) {
    }

    private record NewClient(String serviceId, long clientId) {
    }

    private record IssuedToken(String serviceId, Instant createdAt, ObjectNode token) {

        /** The members may be token values. */
        @Override
        public String toString() {
            return "IssuedToken[" + serviceId + "]";
        }
    }
}
