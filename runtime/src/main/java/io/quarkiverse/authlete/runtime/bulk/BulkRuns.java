package io.quarkiverse.authlete.runtime.bulk;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.vertx.core.Vertx;

/**
 * The runs in flight. A server limits the calls to a service and not those of a run, so all runs of a service slow down when
 * any call to it is refused, also if that call is then retried.
 */
@Singleton
public class BulkRuns implements CallObserver {

    private static final CallObservation NOTHING = new CallObservation() {
    };

    private final Map<String, Set<BulkRun<?, ?>>> runs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timers;

    BulkRuns(Vertx vertx) {
        this.timers = vertx.nettyEventLoopGroup();
    }

    /** @return end pauses without a worker thread: all of them may be waiting for runs that pause */
    ScheduledExecutorService timers() {
        return timers;
    }

    void add(String service, BulkRun<?, ?> run) {
        runs.compute(service, (name, others) -> {
            Set<BulkRun<?, ?>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(run);
            return all;
        });
    }

    void remove(String service, BulkRun<?, ?> run) {
        runs.computeIfPresent(service, (name, all) -> {
            all.remove(run);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        Set<BulkRun<?, ?>> ofService = runs.get(service);
        return ofService == null ? NOTHING : new RefusalWatch(ofService);
    }

    /** Ends all runs: the application stops. */
    public void close() {
        runs.values().forEach(ofService -> ofService.forEach(BulkRun::applicationStops));
    }

    private record RefusalWatch(Set<BulkRun<?, ?>> runs) implements CallObservation {

        @Override
        public void attemptEnded(int attempt, CallResult result) {
            AuthleteException failure = result.failure();
            if (failure != null && Refusals.isForNow(failure)) {
                runs.forEach(run -> run.slowDown(failure));
            }
        }

        /** What is not permitted is no attempt. */
        @Override
        public void callEnded(int attempts, CallResult result) {
            if (result.failure() instanceof AuthleteCallNotPermittedException refusal) {
                runs.forEach(run -> run.slowDown(refusal));
            }
        }
    }
}
