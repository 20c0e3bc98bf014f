package io.quarkiverse.authlete.runtime.devui;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;

/**
 * Remembers the last calls, with what the observation tells of them: there is no token value in it. It has no scope, which
 * would make it a bean in production too.
 */
public class Traffic implements CallObserver {

    static final int CAPACITY = 200;
    /**
     * How many calls are sent at once. The Dev UI of Quarkus takes messages of more than 64 kB apart, and mixes up the parts of
     * those that are sent at the same time: the browser then closes the connection.
     */
    static final int PART = 10;

    private final LongSupplier nanoTime;
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final ThreadLocal<Boolean> devUi = ThreadLocal.withInitial(() -> false);
    /** Never those of before a live reload, which a browser may still have. */
    private long lastId = System.currentTimeMillis() * 1000;
    private long version = lastId;
    private TrafficCounts counts = new TrafficCounts(0, 0, 0);
    private final Map<List<Object>, TrafficBreaker> breakers = new LinkedHashMap<>();

    public Traffic() {
        this(System::nanoTime);
    }

    Traffic(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized CallObservation callStarted(String service, TokenOperation operation) {
        if (calls.size() == CAPACITY) {
            calls.removeFirst();
        }
        RecordedCall call = new RecordedCall(++lastId, service, operation, devUi.get(), this, nanoTime);
        calls.addLast(call);
        changed(call);
        return call;
    }

    @Override
    public synchronized void breakerChanged(String service, TokenOperation operation, BreakerState state) {
        breakers.put(List.of(service, operation), new TrafficBreaker(service, operation.label(), state.label()));
    }

    <T> T ofDevUi(Supplier<T> call) {
        devUi.set(true);
        try {
            return call.get();
        } finally {
            devUi.remove();
        }
    }

    /**
     * @param since the version of the last update, 0 for none
     * @return what has changed since then, or the first part of it
     */
    synchronized TrafficUpdate update(long since) {
        List<RecordedCall> news = calls.stream().filter(call -> call.version() > since)
                .sorted(Comparator.comparingLong(RecordedCall::version)).limit(PART).toList();
        boolean more = news.size() == PART;
        return new TrafficUpdate(Long.toString(more ? news.get(PART - 1).version() : version), more,
                calls.isEmpty() ? lastId + 1 : calls.getFirst().id(), news.stream().map(RecordedCall::snapshot).toList(),
                List.copyOf(breakers.values()));
    }

    synchronized void clear() {
        calls.clear();
    }

    synchronized TrafficCounts counts() {
        return counts;
    }

    /** Something has happened to a call. */
    synchronized void changed(RecordedCall call) {
        call.changed(++version);
    }

    /** A call has ended. */
    synchronized void ended(RecordedCall call) {
        counts = counts.plus(call.snapshot());
        changed(call);
    }
}
