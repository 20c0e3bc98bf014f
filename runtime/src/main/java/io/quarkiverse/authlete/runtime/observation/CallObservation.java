package io.quarkiverse.authlete.runtime.observation;

import java.util.function.BiConsumer;

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
     * May add headers to the attempt that has just started. Headers of the same name that the configuration or the caller
     * sets are sent instead.
     *
     * @param headers takes the name and the value of a header
     */
    default void addHeaders(BiConsumer<String, String> headers) {
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
