package io.quarkiverse.authlete.runtime.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Meters the calls of every service, from the time when its client is made. */
@Singleton
public class CallMetrics implements CallObserver {

    private final Map<String, Map<TokenOperation, OperationMetrics>> services = new ConcurrentHashMap<>();
    private volatile MetricsFactory meters;

    /** @param meters makes the meters */
    public void use(MetricsFactory meters) {
        this.meters = meters;
    }

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        if (meters == null) {
            return CallObservation.NOTHING;
        }
        OperationMetrics metrics = of(service, operation);
        metrics.callStarted();
        return metrics;
    }

    @Override
    public void breakerChanged(String service, TokenOperation operation, BreakerState state) {
        if (meters != null) {
            of(service, operation).breakerChanged(state);
        }
    }

    private OperationMetrics of(String service, TokenOperation operation) {
        Map<TokenOperation, OperationMetrics> known = services.get(service);
        return (known == null ? services.computeIfAbsent(service, this::create) : known).get(operation);
    }

    private Map<TokenOperation, OperationMetrics> create(String service) {
        Map<TokenOperation, OperationMetrics> operations = new EnumMap<>(TokenOperation.class);
        for (TokenOperation operation : TokenOperation.values()) {
            operations.put(operation, new OperationMetrics(new OperationMeters(meters, service, operation)));
        }
        return operations;
    }
}
