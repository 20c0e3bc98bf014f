package io.quarkiverse.authlete.error;

/**
 * What is known about the effect of a call that failed.
 *
 * @since 1.0.0
 */
public enum Outcome {

    /** The request did not reach the server, so nothing has changed there. */
    NOT_SENT,
    /** The server answered that it did not do what was asked. */
    REJECTED,
    /** The request may have been processed or not: the answer was lost, cut off or says that the server failed. */
    UNKNOWN
}
