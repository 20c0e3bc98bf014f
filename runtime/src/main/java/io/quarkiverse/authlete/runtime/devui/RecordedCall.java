package io.quarkiverse.authlete.runtime.devui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;

/** Remembers one call, while it is in flight and after. */
final class RecordedCall implements CallObservation {

    private final long id;
    private final long time = System.currentTimeMillis();
    private final String service;
    private final TokenOperation operation;
    private final boolean devUi;
    private final Runnable changed;
    private final List<TrafficAttempt> attempts = new ArrayList<>();
    private CallResult result;

    RecordedCall(long id, String service, TokenOperation operation, boolean devUi, Runnable changed) {
        this.id = id;
        this.service = service;
        this.operation = operation;
        this.devUi = devUi;
        this.changed = changed;
    }

    @Override
    public void attemptStarted(int attempt, TokenOperation sent) {
        synchronized (this) {
            attempts.add(TrafficAttempt.inFlight(attempt, System.currentTimeMillis()));
        }
        changed.run();
    }

    @Override
    public void attemptEnded(int attempt, CallResult result) {
        synchronized (this) {
            attempts.replaceAll(known -> known.number() == attempt ? known.ended(result) : known);
        }
        changed.run();
    }

    @Override
    public void callEnded(int attempts, CallResult result) {
        synchronized (this) {
            this.result = result;
        }
        changed.run();
    }

    synchronized TrafficCall snapshot() {
        return new TrafficCall(id, time, service, operation.label(), devUi, label(result), millis(result),
                result == null ? null : result.status(), result == null ? null : result.resultCode(),
                result != null && result.recovered(), failure(result),
                List.copyOf(attempts));
    }

    static String label(CallResult result) {
        return result == null ? "in flight" : result.kind().label();
    }

    static Double millis(CallResult result) {
        return result == null ? null : (Double) (result.duration().toNanos() / (double) Duration.ofMillis(1).toNanos());
    }

    static Failure failure(CallResult result) {
        return result == null || result.failure() == null ? null : Failure.of(result.failure());
    }
}
