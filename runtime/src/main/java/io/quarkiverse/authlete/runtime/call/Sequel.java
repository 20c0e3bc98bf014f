package io.quarkiverse.authlete.runtime.call;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;

/**
 * What follows a request of a call that takes more than one: all of them share its time, and its caller sees one call. Used on
 * one event loop, but {@link #unfinished} also by the thread that stops the application.
 */
public interface Sequel<T> {

    /**
     * A request has succeeded, or has failed and is not retried.
     *
     * @param answer its answer; {@code null} if it failed, and for answers without a body
     * @param failure why it failed; {@code null} if it did not
     * @param worst what is known about the effect of the request, from its worst attempt
     */
    Next<T> after(Object answer, AuthleteException failure, Outcome worst);

    /** @return a failure of the call, with what it takes to finish later */
    AuthleteException unfinished(AuthleteException failure);

    /**
     * One of three.
     *
     * @param request what to send next
     * @param answer what the call ends with
     * @param failure what the call ends with
     */
    record Next<T>(Request<?> request, T answer, AuthleteException failure) {

        public static <T> Next<T> send(Request<?> request) {
            return new Next<>(request, null, null);
        }

        public static <T> Next<T> succeed(T answer) {
            return new Next<>(null, answer, null);
        }

        public static <T> Next<T> fail(AuthleteException failure) {
            return new Next<>(null, null, failure);
        }

        /** Leaves out the answer: it holds tokens. */
        @Override
        public String toString() {
            return "Next[request=" + request + ", failure=" + failure + "]";
        }
    }
}
