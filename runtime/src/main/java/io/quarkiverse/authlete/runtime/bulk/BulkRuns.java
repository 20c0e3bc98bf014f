package io.quarkiverse.authlete.runtime.bulk;

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

    private final Set<BulkRun<?, ?>> runs = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timers;

    BulkRuns(Vertx vertx) {
        this.timers = vertx.nettyEventLoopGroup();
    }

    /** @return timers that need no worker thread: all of them may be waiting for runs that wait */
    ScheduledExecutorService timers() {
        return timers;
    }

    void add(BulkRun<?, ?> run) {
        runs.add(run);
    }

    void remove(BulkRun<?, ?> run) {
        runs.remove(run);
    }

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        return runs.isEmpty() ? CallObservation.NOTHING : new RefusalWatch(service, runs);
    }

    /** Ends all runs: the application stops. */
    public void close() {
        runs.forEach(BulkRun::applicationStops);
    }

    private record RefusalWatch(String service, Set<BulkRun<?, ?>> runs) implements CallObservation {

        @Override
        public void attemptEnded(int attempt, CallResult result) {
            AuthleteException failure = result.failure();
            if (failure != null && Refusals.isForNow(failure)) {
                runs.forEach(run -> run.slowDown(service, failure));
            }
        }

        /** What is not permitted is no attempt. */
        @Override
        public void callEnded(int attempts, CallResult result) {
            if (result.failure() instanceof AuthleteCallNotPermittedException refusal) {
                runs.forEach(run -> run.slowDown(service, refusal));
            }
        }
    }
}
