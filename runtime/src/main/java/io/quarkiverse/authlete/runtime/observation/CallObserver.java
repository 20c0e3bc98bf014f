package io.quarkiverse.authlete.runtime.observation;

import io.quarkiverse.authlete.TokenOperation;

/** A bean that is told of every call of the facades. It must be quick: it is called on event loops. */
public interface CallObserver {

    /**
     * A call starts, now, on this thread. Its request has not been checked yet.
     *
     * @return is told how the call goes on
     */
    CallObservation callStarted(String service, TokenOperation operation);

    /**
     * A circuit breaker has changed. Each breaker is told of once, as closed, when the client of its service is made.
     *
     * @param operation the operation whose calls it guards
     */
    default void breakerChanged(String service, TokenOperation operation, BreakerState state) {
    }

    /** No call is left: the application stops. */
    default void close() {
    }
}
