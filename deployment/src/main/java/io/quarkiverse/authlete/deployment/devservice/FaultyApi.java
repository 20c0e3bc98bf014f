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
    private final EmulatorState state;
    private final RequestRecorder recorder;
    private final Duration latency;

    /** @param latency how long every answer is held back, in addition to what a fault asks for */
    FaultyApi(Function<ApiRequest, ApiResponse> api, EmulatorState state, RequestRecorder recorder, Duration latency) {
        this.api = api;
        this.state = state;
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
        Optional<Fault> fault = state.faults().take(serviceId, route.endpoint().operation());
        RequestLog.Entry entry = recorder.record(request, serviceId, route.endpoint(), fault);
        Optional<ApiResponse> response = fault.isPresent() && !fault.get().processed() ? Optional.empty()
                : Optional.of(api.apply(request));
        fault.filter(wrong -> wrong.kind() == Fault.Kind.BATCH_FAILURE)
                .ifPresent(wrong -> breakBatch(serviceId, response.get(), wrong.tokens()));
        return new Delivery(
                fault.map(wrong -> spoiled(wrong, route.endpoint(), response)).orElseGet(response::get),
                fault.map(FaultyApi::ending).orElse(Ending.COMPLETE),
                fault.map(wrong -> latency.plus(wrong.delay())).orElse(latency),
                entry::end);
    }

    private void breakBatch(String serviceId, ApiResponse response, int tokens) {
        if (response.status() == 200 && response.body() instanceof ApiResponse.Json json) {
            state.service(serviceId).breakBatch(json.tree().path("requestId").textValue(), tokens);
        }
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
            case STATUS, ACTION, DELAY, BATCH_FAILURE, UNHEALTHY -> Ending.COMPLETE;
        };
    }

    /** @param response the true one, if the request was carried out */
    private static ApiResponse spoiled(Fault fault, Endpoint endpoint, Optional<ApiResponse> response) {
        return switch (fault.kind()) {
            case STATUS -> status(fault);
            case ACTION -> ApiResponse.ok(action(fault, endpoint));
            // There has to be a body to cut off.
            case TRUNCATED_BODY -> response.filter(answer -> answer.body() != null)
                    .orElseGet(() -> ApiResponse.ok(JsonNodeFactory.instance.objectNode().put("resultCode",
                            ResultCode.FAULT_ON_DEMAND.code()).put("action", "OK")));
            case DELAY, CONNECTION_RESET, BATCH_FAILURE, UNHEALTHY -> response.orElseGet(ApiResponse::noContent);
        };
    }

    private static ApiResponse status(Fault fault) {
        ObjectNode result = result(fault);
        boolean throttled = fault.status() == Gateway.TOO_MANY_REQUESTS;
        ApiResponse response = result != null ? ApiResponse.json(fault.status(), result)
                : throttled ? Gateway.tooManyRequests() : new ApiResponse(fault.status(), Map.of(), null);
        if (fault.retryAfter() == null) {
            return response;
        }
        return throttled ? Gateway.withReset(response, fault.retryAfter())
                : response.with("Retry-After", Gateway.seconds(fault.retryAfter()));
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
