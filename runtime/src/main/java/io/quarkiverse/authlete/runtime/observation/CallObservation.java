package io.quarkiverse.authlete.runtime.observation;

/** Is told of one call. There is one attempt at a time, but attempts may be on different threads. */
public interface CallObservation {

    /**
     * An attempt is about to be sent.
     *
     * @param attempt 1 for the first
     */
    default void attemptStarted(int attempt) {
    }

    /**
     * An attempt has ended.
     *
     * @param attempt 1 for the first
     * @param result how
     */
    default void attemptEnded(int attempt, CallResult result) {
    }

    /**
     * The call has ended, and nothing more will be told of it.
     *
     * @param attempts how many attempts there were; 0 if the request was refused before it was sent
     * @param result how, with the duration of the whole call, repeats and pauses included
     */
    default void callEnded(int attempts, CallResult result) {
    }
}
