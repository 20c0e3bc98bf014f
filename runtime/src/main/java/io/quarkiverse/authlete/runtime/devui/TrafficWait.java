package io.quarkiverse.authlete.runtime.devui;

import java.time.Duration;

import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;

/**
 * A time in which a call did nothing but wait.
 *
 * @param kind what for
 * @param start milliseconds since the call started
 * @param millis how long, {@code null} while it lasts
 */
public record TrafficWait(String kind, double start, Double millis) {

    /** A place in the bulkhead, or its turn on the event loop. */
    static final String QUEUE = "queue";
    static final String BACKOFF = "backoff";
    static final String RETRY_AFTER = "Retry-After";
    static final String RATE_LIMIT = "rate limit";

    static String kind(AuthleteException failure) {
        if (failure.retryAfter() == null) {
            return BACKOFF;
        }
        return failure instanceof AuthleteCallNotPermittedException ? RATE_LIMIT : RETRY_AFTER;
    }

    static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }
}
