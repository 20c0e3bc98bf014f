package io.quarkiverse.authlete.runtime.devui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;

/** Remembers one call, while it is in flight and after. */
final class RecordedCall implements CallObservation {

    /** In milliseconds. What is shorter may be no more than the way to the event loop. */
    private static final double SHORTEST_QUEUE = 20;

    private final long id;
    private final long time = System.currentTimeMillis();
    private final long start;
    private final String service;
    private final TokenOperation operation;
    private final boolean devUi;
    private final Traffic traffic;
    private final LongSupplier nanoTime;
    private final List<TrafficAttempt> attempts = new ArrayList<>();
    private final List<TrafficWait> waits = new ArrayList<>();
    private String client;
    private String subject;
    private boolean issues;
    private TrafficWait waiting = new TrafficWait(TrafficWait.QUEUE, 0, null);
    private double planned;
    private CallResult result;
    /** Guarded by the traffic. */
    private long version;

    /** @param traffic is told after each change */
    RecordedCall(long id, String service, TokenOperation operation, boolean devUi, Traffic traffic,
            LongSupplier nanoTime) {
        this.id = id;
        this.service = service;
        this.operation = operation;
        this.devUi = devUi;
        this.traffic = traffic;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.issues = operation == TokenOperation.CREATE || operation == TokenOperation.CREATE_BATCH;
    }

    /** Takes nothing that may be the value of a token. */
    @Override
    public synchronized void requested(Object request) {
        if (request instanceof TokenCreateRequest create) {
            client = create.clientId() == null ? create.clientIdentifier() : create.clientId().toString();
            subject = create.subject();
        } else if (request instanceof TokenListRequest list) {
            client = list.clientIdentifier();
            subject = list.subject();
        } else if (request instanceof TokenRevokeRequest revoke) {
            client = revoke.clientIdentifier();
            subject = revoke.subject();
        } else if (request instanceof TokenUpdateRequest update) {
            issues = update.changesTokenValue();
        }
    }

    @Override
    public void attemptStarted(int attempt, TokenOperation sent) {
        synchronized (this) {
            double now = elapsed();
            waited(now);
            attempts.add(TrafficAttempt.inFlight(attempt, sent, now));
        }
        traffic.changed(this);
    }

    @Override
    public void attemptEnded(int attempt, CallResult result) {
        synchronized (this) {
            attempts.replaceAll(known -> known.number() == attempt ? known.ended(result) : known);
            waits(TrafficWait.QUEUE, 0);
        }
        traffic.changed(this);
    }

    @Override
    public void waiting(Duration wait, AuthleteException failure) {
        synchronized (this) {
            waited(elapsed());
            waits(TrafficWait.kind(failure), TrafficWait.millis(wait.toNanos()));
        }
        traffic.changed(this);
    }

    @Override
    public void callEnded(int attempts, CallResult result) {
        synchronized (this) {
            waited(elapsed());
            this.result = result;
        }
        traffic.ended(this);
    }

    private double elapsed() {
        return TrafficWait.millis(nanoTime.getAsLong() - start);
    }

    private void waits(String kind, double millis) {
        waiting = new TrafficWait(kind, elapsed(), null);
        planned = millis;
    }

    /** A wait ends. What is longer than the call wanted to wait has been spent in a queue. */
    private void waited(double now) {
        TrafficWait wait = waiting;
        waiting = null;
        if (wait == null) {
            return;
        }
        double queued = wait.start();
        if (!wait.kind().equals(TrafficWait.QUEUE)) {
            double waited = now - wait.start() - planned < SHORTEST_QUEUE ? now - wait.start() : planned;
            waits.add(new TrafficWait(wait.kind(), wait.start(), waited));
            queued = wait.start() + waited;
        }
        if (now - queued >= SHORTEST_QUEUE) {
            waits.add(new TrafficWait(TrafficWait.QUEUE, queued, now - queued));
        }
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    void changed(long version) {
        this.version = version;
    }

    synchronized TrafficCall snapshot() {
        List<TrafficWait> all = new ArrayList<>(waits);
        if (waiting != null && result == null && !waiting.kind().equals(TrafficWait.QUEUE)) {
            all.add(waiting);
        }
        return new TrafficCall(id, time, service, operation.label(), devUi, client, subject, label(result), millis(result),
                result == null ? null : result.status(), result == null ? null : result.resultCode(),
                result != null && result.recovered(), mayHaveIssued(), failure(result), List.copyOf(attempts), all);
    }

    /** A failure that is none of ours tells nothing about the effect; nor does a cancellation after something was sent. */
    private boolean mayHaveIssued() {
        if (!issues || result == null || result.kind() == Kind.SUCCESS || attempts.isEmpty()) {
            return false;
        }
        return result.failure() == null || result.failure().outcome() == Outcome.UNKNOWN;
    }

    static String label(CallResult result) {
        return result == null ? "in flight" : result.kind().label();
    }

    static Double millis(CallResult result) {
        return result == null ? null : (Double) TrafficWait.millis(result.duration().toNanos());
    }

    static Failure failure(CallResult result) {
        return result == null || result.failure() == null ? null : Failure.of(result.failure());
    }
}
