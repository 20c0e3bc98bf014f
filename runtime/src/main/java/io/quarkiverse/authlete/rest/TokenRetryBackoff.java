package io.quarkiverse.authlete.rest;

import java.time.Duration;

import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.Backoff;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;

/**
 * The backoff between retries: exponential with jitter, starting with {@code @Retry.delay}, or what the server asks for
 * ({@link AuthleteException#retryAfter()}); none when it asks for a DPoP nonce.
 *
 * @since 1.0.0
 */
public final class TokenRetryBackoff implements CustomBackoffStrategy {

    /** The longest computed backoff. */
    public static final Duration MAX_INTERVAL = Duration.ofSeconds(10);
    /** The factor by which the backoff grows from one retry to the next. */
    public static final double EXPONENT = 1.5;
    /** The share by which a backoff varies at random. */
    public static final double JITTER = 0.25;

    private Backoff backoff;

    @Override
    public void init(long initialDelayInMillis) {
        backoff = new Backoff(Duration.ofMillis(initialDelayInMillis), MAX_INTERVAL, EXPONENT, JITTER);
    }

    @Override
    public synchronized long nextDelayInMillis(Throwable failure) {
        if (failure instanceof AuthleteDpopRefusedException) {
            return 0;
        }
        Duration computed = backoff.next();
        return (failure instanceof AuthleteException authlete && authlete.retryAfter() != null ? authlete.retryAfter()
                : computed)
                .toMillis();
    }
}
