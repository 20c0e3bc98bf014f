package io.quarkiverse.authlete.runtime.metrics;

import static io.quarkiverse.authlete.error.Outcome.NOT_SENT;
import static io.quarkiverse.authlete.error.Outcome.REJECTED;
import static io.quarkiverse.authlete.error.Outcome.UNKNOWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.quarkiverse.authlete.runtime.observation.FailureKind;
import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/**
 * The figures of one operation of one service. It has no state of a single call, so one is enough for all of them. All
 * meters but those for unexpected combinations are there from the start, or a rate would miss the first event.
 */
final class OperationMetrics implements CallObservation {

    private static final Integer NO_STATUS = 0;
    /** Stands for all statuses that no registry knows: a server could make up a thousand. */
    private static final Integer OTHER_STATUS = -1;
    /** Those that alerts look for are there from the start, or a rate would miss the first. */
    private static final List<Integer> EXPECTED_ERRORS = List.of(NO_STATUS, 400, 401, 403, 404, 429, 500, 502, 503, 504);

    private final OperationMeters meters;
    private final Map<Kind, TimeRecorder> calls = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<Integer, TimeRecorder>> attempts = new EnumMap<>(Kind.class);
    private final Map<FailureKind, Map<Outcome, LongAdder>> failures = new EnumMap<>(FailureKind.class);
    private final LongAdder retries;
    private final LongAdder recovered;
    private final LongAdder inFlight;
    private LongAdder breakerOpened;
    private volatile BreakerState breaker;

    OperationMetrics(OperationMeters meters) {
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            calls.put(kind, meters.calls(kind));
            attempts.put(kind, new ConcurrentHashMap<>());
        }
        EXPECTED_ERRORS.forEach(status -> timer(Kind.FAILURE, status));
        for (FailureKind kind : FailureKind.values()) {
            Map<Outcome, LongAdder> counters = new ConcurrentHashMap<>();
            expected(kind).forEach(outcome -> counters.put(outcome, meters.failures(kind, outcome)));
            failures.put(kind, counters);
        }
        this.retries = meters.retries();
        this.recovered = meters.recovered();
        this.inFlight = meters.callsInFlight();
    }

    void callStarted() {
        inFlight.increment();
    }

    synchronized void breakerChanged(BreakerState state) {
        boolean isNew = breaker == null;
        breaker = state;
        if (isNew) {
            breakerOpened = meters.breakerOpened();
            meters.breakerState(() -> breaker.ordinal());
        }
        if (state == BreakerState.OPEN) {
            breakerOpened.increment();
        }
    }

    @Override
    public void attemptStarted(int attempt, TokenOperation sent) {
        if (attempt > 1) {
            retries.increment();
        }
    }

    @Override
    public void attemptEnded(int attempt, CallResult result) {
        Integer status = result.status() == null ? NO_STATUS : isRegistered(result.status()) ? result.status() : OTHER_STATUS;
        timer(result.kind(), status).update(result.duration());
    }

    private TimeRecorder timer(Kind kind, Integer status) {
        Map<Integer, TimeRecorder> timers = attempts.get(kind);
        TimeRecorder timer = timers.get(status);
        return timer != null ? timer : timers.computeIfAbsent(status, s -> meters.attempts(kind, label(s)));
    }

    private static String label(Integer status) {
        return status.equals(NO_STATUS) ? "none" : status.equals(OTHER_STATUS) ? "other" : status.toString();
    }

    /** Netty knows the statuses of IANA's registry, and gives them their phrase. */
    private static boolean isRegistered(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase().indexOf('(') < 0;
    }

    @Override
    public void callEnded(int attempts, CallResult result) {
        inFlight.decrement();
        calls.get(result.kind()).update(result.duration());
        if (result.recovered()) {
            recovered.increment();
        }
        if (result.kind() == Kind.FAILURE) {
            FailureKind kind = FailureKind.of(result.failure());
            Outcome unexpected = attempts == 0 ? NOT_SENT : UNKNOWN;
            Outcome outcome = result.failure() == null ? unexpected : result.failure().outcome();
            failures.get(kind).computeIfAbsent(outcome, o -> meters.failures(kind, o)).increment();
        }
    }

    private static Set<Outcome> expected(FailureKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, NOT_PERMITTED -> EnumSet.of(NOT_SENT);
            case CONNECTION, TIMEOUT, OTHER -> EnumSet.of(NOT_SENT, UNKNOWN);
            case HTTP, RESULT, ACTION -> EnumSet.of(REJECTED, UNKNOWN);
            case UNREADABLE_RESPONSE -> EnumSet.of(UNKNOWN);
        };
    }
}
