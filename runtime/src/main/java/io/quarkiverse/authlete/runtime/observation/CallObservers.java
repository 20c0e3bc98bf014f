package io.quarkiverse.authlete.runtime.observation;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

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

    /**
     * @param service the name of the service
     * @param operation the operation
     * @return a call that starts now
     */
    public ObservedCall start(String service, TokenOperation operation) {
        List<CallObservation> observations = new ArrayList<>(observers.size());
        for (CallObserver observer : observers) {
            try {
                observations.add(observer.callStarted(service, operation));
            } catch (Throwable e) {
                LOG.errorf(e, "%s has failed", observer.getClass().getName());
            }
        }
        return new ObservedCall(observations);
    }

    /**
     * @param service the name of the service
     * @param operation the operation whose calls a circuit breaker guards
     * @param state the state of the breaker now
     */
    public void breakerChanged(String service, TokenOperation operation, BreakerState state) {
        for (CallObserver observer : observers) {
            try {
                observer.breakerChanged(service, operation, state);
            } catch (Throwable e) {
                LOG.errorf(e, "%s has failed", observer.getClass().getName());
            }
        }
    }
}
