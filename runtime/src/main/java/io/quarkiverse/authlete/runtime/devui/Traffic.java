package io.quarkiverse.authlete.runtime.devui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;

/**
 * Remembers the last calls, with what the observation tells of them: there is no token value in it. It has no scope, which
 * would make it a bean in production too.
 */
public class Traffic implements CallObserver {

    static final int CAPACITY = 200;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final ThreadLocal<Boolean> devUi = ThreadLocal.withInitial(() -> false);
    /** Never those of before a live reload, which a browser may still have. */
    private long lastId = System.currentTimeMillis() * 1000;
    private long version = lastId;

    @Override
    public synchronized CallObservation callStarted(String service, TokenOperation operation) {
        if (calls.size() == CAPACITY) {
            calls.removeFirst();
        }
        RecordedCall call = new RecordedCall(++lastId, service, operation, devUi.get(), this::changed);
        calls.addLast(call);
        version++;
        return call;
    }

    /**
     * @param call makes calls on this thread
     * @return what it returns
     * @param <T> the type of that
     */
    <T> T ofDevUi(Supplier<T> call) {
        devUi.set(true);
        try {
            return call.get();
        } finally {
            devUi.remove();
        }
    }

    /** @return a number that is another one as soon as something has happened */
    synchronized long version() {
        return version;
    }

    /** @return the last calls, the latest first */
    List<TrafficCall> calls() {
        List<RecordedCall> latestFirst;
        synchronized (this) {
            latestFirst = new ArrayList<>(calls);
        }
        Collections.reverse(latestFirst);
        return latestFirst.stream().map(RecordedCall::snapshot).toList();
    }

    synchronized void clear() {
        calls.clear();
        version++;
    }

    private synchronized void changed() {
        version++;
    }
}
