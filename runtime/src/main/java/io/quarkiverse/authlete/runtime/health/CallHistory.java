package io.quarkiverse.authlete.runtime.health;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkiverse.authlete.runtime.observation.FailureKind;

/** What the calls of the application have shown of each service. */
@Singleton
public class CallHistory implements CallObserver {

    private final Map<String, Map<TokenOperation, OperationHistory>> services = new ConcurrentHashMap<>();

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        return all(service).get(operation);
    }

    @Override
    public void breakerChanged(String service, TokenOperation operation, BreakerState state) {
        all(service).get(operation).breaker = state;
    }

    /** @return the operations of which a call has ended */
    Map<TokenOperation, OperationHistory> called(String service) {
        Map<TokenOperation, OperationHistory> called = new EnumMap<>(all(service));
        called.values().removeIf(history -> history.lastCall == null);
        return called;
    }

    private Map<TokenOperation, OperationHistory> all(String service) {
        Map<TokenOperation, OperationHistory> known = services.get(service);
        return known == null ? services.computeIfAbsent(service, name -> create()) : known;
    }

    private static Map<TokenOperation, OperationHistory> create() {
        Map<TokenOperation, OperationHistory> operations = new EnumMap<>(TokenOperation.class);
        for (TokenOperation operation : TokenOperation.values()) {
            operations.put(operation, new OperationHistory());
        }
        return operations;
    }

    /** How one operation was last seen. */
    static final class OperationHistory implements CallObservation {

        private volatile BreakerState breaker;
        private volatile String lastCall;

        @Override
        public void callEnded(int attempts, CallResult result) {
            if (result.kind() == Kind.SUCCESS) {
                lastCall = result.kind().label();
            } else if (result.kind() == Kind.FAILURE) {
                FailureKind kind = FailureKind.of(result.failure());
                // A request that was not even tried says nothing of the service.
                if (kind != FailureKind.INVALID_REQUEST) {
                    lastCall = kind.label();
                }
            }
        }

        /** @return the state of the circuit breaker, {@code null} if there is none */
        BreakerState breaker() {
            return breaker;
        }

        /** @return {@code success}, or what went wrong */
        String lastCall() {
            return lastCall;
        }
    }
}
