package io.quarkiverse.authlete.runtime.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkiverse.authlete.runtime.config.ServicesInUse;
import io.quarkiverse.authlete.runtime.health.CallHistory.OperationHistory;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * The readiness check for all services in use. Calls and breakers alone do not make a service down unless that is
 * configured: an instance that gets no requests has no calls to learn from that the server is well again.
 */
@Readiness
@Singleton
public class AuthleteHealthCheck implements AsyncHealthCheck {

    private final ServicesInUse services;
    private final ServiceSettingsReader settings;
    private final CallHistory history;
    private final ServiceProbes probes;
    private final boolean downWhenCircuitOpen;

    AuthleteHealthCheck(ServicesInUse services, ServiceSettingsReader settings, CallHistory history, ServiceProbes probes,
            AuthleteRuntimeConfig config) {
        this.services = services;
        this.settings = settings;
        this.history = history;
        this.probes = probes;
        this.downWhenCircuitOpen = config.health().downWhenCircuitOpen();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Authlete").up();
        List<Uni<Void>> checks = new ArrayList<>();
        for (String service : new TreeSet<>(services.names())) {
            Optional<String> missing = settings.missing(service);
            if (missing.isPresent()) {
                response.withData(service, "INACTIVE").withData(service + ".reason", missing.get());
            } else {
                checks.add(probes.result(service).invoke(probe -> report(service, probe, response)).replaceWithVoid());
            }
        }
        return checks.isEmpty() ? Uni.createFrom().item(response.build())
                : Uni.join().all(checks).andCollectFailures().replaceWith(response::build);
    }

    private void report(String service, ServiceProbe.Result probe, HealthCheckResponseBuilder response) {
        Map<TokenOperation, OperationHistory> called = history.called(service);
        boolean down = probe != null && probe.down() || downWhenCircuitOpen && allOpen(called);
        synchronized (response) {
            response.withData(service, down ? "DOWN" : "UP");
            if (down) {
                response.down();
            }
            if (probe != null) {
                response.withData(service + ".probe", probe.text());
            }
            called.forEach((operation, last) -> {
                String key = service + "." + operation.label();
                response.withData(key + ".last-call", last.lastCall());
                if (last.breaker() != null) {
                    response.withData(key + ".circuit-breaker", last.breaker().label());
                }
            });
        }
    }

    /** Half-open is not enough: calls must come for the breaker to close. */
    private static boolean allOpen(Map<TokenOperation, OperationHistory> called) {
        return !called.isEmpty() && called.values().stream().allMatch(last -> last.breaker() == BreakerState.OPEN);
    }
}
