package io.quarkiverse.authlete.runtime.faulttolerance;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * One attempt of a call. It is either sent or given up before that, never both, so that an attempt that was given up in time
 * can be repeated without doing anything twice.
 */
public final class Attempt {

    private enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    private volatile int status;
    private volatile Map<String, String> headers = Map.of();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /**
     * @param send sends the request of this attempt
     * @return the answer; cancelling it ends the request
     * @param <T> the type of the answer
     */
    public <T> Uni<T> start(Function<Attempt, Uni<T>> send) {
        return Uni.createFrom().emitter(emitter -> {
            Cancellable request = send.apply(this).subscribe().with(emitter::complete, emitter::fail);
            emitter.onTermination(() -> cancel(request));
        });
    }

    /**
     * Ends the request of this attempt. One that still waits for a connection is not cancelled but given up: cancelled, the
     * REST client would take the connection from the pool and never give it back.
     */
    void cancel(Cancellable request) {
        if (!giveUp()) {
            request.cancel();
        }
    }

    /** @return whether the request may be sent now; from then on it counts as sent */
    public boolean send() {
        return state.compareAndSet(State.WAITING, State.SENT);
    }

    /** @param headers headers that only this attempt has */
    void addHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    /** @return headers that only this attempt has */
    public Map<String, String> headers() {
        return headers;
    }

    /** @param status the HTTP status of the answer */
    public void answered(int status) {
        this.status = status;
    }

    /** @return the HTTP status of the answer, 0 if there is none */
    int status() {
        return status;
    }

    /** @return whether the request was not sent, and will not be */
    boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP) || state.get() == State.GIVEN_UP;
    }
}
