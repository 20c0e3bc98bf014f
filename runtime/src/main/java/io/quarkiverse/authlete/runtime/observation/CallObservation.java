package io.quarkiverse.authlete.runtime.observation;

import java.time.Duration;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenResponse;

/** Is told of one call. There is one attempt at a time, but attempts may be on different threads. */
public interface CallObservation {

    /** For calls that an observer does not care for. */
    CallObservation NOTHING = new CallObservation() {
    };

    /**
     * What is asked for. It may hold secrets: only for those who mask them.
     *
     * @param request the request, or the identifier that stands in its place; {@code null} if the caller passed that
     */
    default void requested(@Nullable Object request) {
    }

    /**
     * An attempt is about to be sent.
     *
     * @param attempt 1 for the first
     * @param sent the operation that it sends: a create that was lost may be followed by an update or a delete
     */
    default void attemptStarted(int attempt, TokenOperation sent) {
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
     */
    default void attemptEnded(int attempt, CallResult result) {
    }

    /**
     * After a failure, the call waits before its next attempt.
     *
     * @param failure why; an attempt that a guard did not let through has neither started nor ended
     */
    default void waiting(Duration wait, AuthleteException failure) {
    }

    /** The call has succeeded; {@link #callEnded} follows. The answer may hold secrets: only for those who mask them. */
    default void answered(TokenResponse answer) {
    }

    /**
     * The call has ended, and nothing more will be told of it.
     *
     * @param attempts how many attempts there were; 0 if the request was refused before it was sent
     * @param result how, with the duration of the whole call, retries included
     */
    default void callEnded(int attempts, CallResult result) {
    }
}
