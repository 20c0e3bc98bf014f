package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkiverse.authlete.emulator.Fault;

/** What a server tells of itself, to anybody and at any rate. */
final class InstanceApi implements Function<ApiRequest, Delivery> {

    private static final String HEALTH = "/api/lifecycle/healthcheck";
    private static final String INFO = "/api/info";
    private static final Set<String> PATHS = Set.of(HEALTH, INFO);

    /** The newest one that has a member of a token operation. */
    private static final String VERSION = "3.0.22";

    private final FaultQueue faults;
    private final Duration latency;

    InstanceApi(FaultQueue faults, Duration latency) {
        this.faults = faults;
        this.latency = latency;
    }

    static boolean serves(String path) {
        return PATHS.contains(path);
    }

    @Override
    public Delivery apply(ApiRequest request) {
        if (!request.method().equals("GET")) {
            return Delivery.complete(
                    ApiRoutes.error(RefusedException.framework(405, "The method must be GET."), request.path())
                            .with("Allow", "GET"),
                    latency);
        }
        return request.path().equals(HEALTH) ? health() : Delivery.complete(info(), latency);
    }

    private Delivery health() {
        Optional<Fault> fault = faults.takeUnhealthy();
        return Delivery.complete(fault.isPresent() ? ApiResponse.text(500, "NG") : ApiResponse.text(200, "OK"),
                fault.map(wrong -> latency.plus(wrong.delay())).orElse(latency));
    }

    private static ApiResponse info() {
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        info.putArray("features");
        return ApiResponse.ok(info);
    }
}
