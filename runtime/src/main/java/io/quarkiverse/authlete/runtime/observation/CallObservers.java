package io.quarkiverse.authlete.runtime.observation;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkus.arc.All;

/** Everybody who wants to know of the calls. */
@Singleton
public class CallObservers {

    private static final Logger LOG = Logger.getLogger(CallObservers.class);

    private final List<CallObserver> observers;

    CallObservers(@All List<CallObserver> observers) {
        this.observers = observers;
    }

    public ObservedCall start(String service, TokenOperation operation, @Nullable Object request) {
        List<CallObservation> observations = new ArrayList<>(observers.size());
        for (CallObserver observer : observers) {
            try {
                CallObservation observation = observer.callStarted(service, operation);
                if (observation != CallObservation.NOTHING) {
                    observation.requested(request);
                    observations.add(observation);
                }
            } catch (Throwable e) {
                LOG.errorf(e, "%s has failed", observer.getClass().getName());
            }
        }
        return new ObservedCall(observations);
    }

    /** @param operation the operation whose calls a circuit breaker guards */
    public void breakerChanged(String service, TokenOperation operation, BreakerState state) {
        for (CallObserver observer : observers) {
            try {
                observer.breakerChanged(service, operation, state);
            } catch (Throwable e) {
                LOG.errorf(e, "%s has failed", observer.getClass().getName());
            }
        }
    }

    /** Tells them all that is still to be told. No call may be in flight. */
    public void close() {
        observers.forEach(CallObserver::close);
    }
}
