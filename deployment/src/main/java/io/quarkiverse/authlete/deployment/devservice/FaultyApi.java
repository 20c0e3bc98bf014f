package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.deployment.devservice.Delivery.Ending;
import io.quarkiverse.authlete.emulator.Fault;

/** The API with what goes wrong on demand; every call of an operation is recorded. */
final class FaultyApi implements Function<ApiRequest, Delivery> {

    private final Function<ApiRequest, ApiResponse> api;
    private final FaultQueue faults;
    private final RequestRecorder recorder;
    private final Duration latency;

    /** @param latency how long every answer is held back, in addition to what a fault asks for */
    FaultyApi(Function<ApiRequest, ApiResponse> api, FaultQueue faults, RequestRecorder recorder, Duration latency) {
        this.api = api;
        this.faults = faults;
        this.recorder = recorder;
        this.latency = latency;
    }

    @Override
    public Delivery apply(ApiRequest request) {
        return Route.of(request.path()).map(route -> call(route, request))
                .orElseGet(() -> Delivery.complete(api.apply(request), latency));
    }

    private Delivery call(Route route, ApiRequest request) {
        String serviceId = serviceId(route);
        Optional<Fault> fault = faults.take(serviceId, route.endpoint().operation());
        RequestLog.Entry entry = recorder.record(request, serviceId, route.endpoint(), fault);
        Optional<ApiResponse> response = fault.isPresent() && !fault.get().processed() ? Optional.empty()
                : Optional.of(api.apply(request));
        return new Delivery(
                fault.map(wrong -> spoiled(wrong, route.endpoint(), response)).orElseGet(response::get),
                fault.map(FaultyApi::ending).orElse(Ending.COMPLETE),
                fault.map(wrong -> latency.plus(wrong.delay())).orElse(latency),
                entry::end);
    }

    private static String serviceId(Route route) {
        try {
            return UrlEncoding.decodePathSegment(route.rawServiceId());
        } catch (IllegalArgumentException e) {
            return route.rawServiceId();
        }
    }

    private static Ending ending(Fault fault) {
        return switch (fault.kind()) {
            case CONNECTION_RESET -> Ending.RESET;
            case TRUNCATED_BODY -> Ending.TRUNCATED;
            case STATUS, ACTION, DELAY -> Ending.COMPLETE;
        };
    }

    /** @param response the true one, if the request was carried out */
    private static ApiResponse spoiled(Fault fault, Endpoint endpoint, Optional<ApiResponse> response) {
        return switch (fault.kind()) {
            case STATUS -> new ApiResponse(fault.status(), headers(fault), result(fault));
            case ACTION -> ApiResponse.ok(action(fault, endpoint));
            // There has to be a body to cut off.
            case TRUNCATED_BODY -> response.filter(answer -> answer.body() != null)
                    .orElseGet(() -> ApiResponse.ok(JsonNodeFactory.instance.objectNode().put("resultCode",
                            ResultCode.FAULT_ON_DEMAND.code()).put("action", "OK")));
            case DELAY, CONNECTION_RESET -> response.orElseGet(ApiResponse::noContent);
        };
    }

    private static Map<String, String> headers(Fault fault) {
        return fault.retryAfter() == null ? Map.of()
                : Map.of("Retry-After", Long.toString(fault.retryAfter().plusSeconds(1).minusNanos(1).toSeconds()));
    }

    private static ObjectNode result(Fault fault) {
        if (fault.resultCode() == null && fault.resultMessage() == null) {
            return null;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        TokenJson.putText(body, "resultCode", fault.resultCode());
        TokenJson.putText(body, "resultMessage", fault.resultMessage());
        return body;
    }

    private static ObjectNode action(Fault fault, Endpoint endpoint) {
        ObjectNode body = result(fault);
        if (body == null) {
            ResultCode code = ResultCode.FAULT_ON_DEMAND;
            body = TokenJson.result(JsonNodeFactory.instance.objectNode(), code,
                    code.message(endpoint.path(), "This error was asked for."));
        }
        return body.put("action", fault.action().value());
    }
}
