package io.quarkiverse.authlete.runtime.observation;

import io.quarkiverse.authlete.TokenOperation;

/** A bean that is told of every call of the facades. It must be quick: it is called on event loops. */
public interface CallObserver {

    /**
     * A call starts, now, on this thread. Its request has not been checked yet.
     *
     * @param service the name of the service
     * @param operation the operation
     * @return is told how the call goes on
     */
    CallObservation callStarted(String service, TokenOperation operation);
}
