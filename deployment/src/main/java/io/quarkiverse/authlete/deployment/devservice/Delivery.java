package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How the answer to a request goes out.
 *
 * @param response what is answered
 * @param ending what becomes of it on its way
 * @param delay how long it is held back
 * @param ended is told the status that went out, or nothing if none did
 */
record Delivery(ApiResponse response, Ending ending, Duration delay, Consumer<OptionalInt> ended) {

    enum Ending {
        COMPLETE,
        /** The connection is closed in the middle of the body. */
        TRUNCATED,
        /** The connection is reset instead. */
        RESET
    }

    static Delivery complete(ApiResponse response, Duration delay) {
        return new Delivery(response, Ending.COMPLETE, delay, status -> {
        });
    }
}
