package io.quarkiverse.authlete.rest;

import java.time.Duration;
import java.util.function.Predicate;

import io.quarkiverse.authlete.error.AuthleteDpopRefusedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.RetryRules;

/**
 * Failures after which a request may be retried and a retry may help. A failure that leaves the outcome unknown is
 * none for a request that is not idempotent, such as create: the token may have been issued. A server that asks for a DPoP
 * nonce has refused the request before doing anything.
 *
 * @since 1.0.0
 */
public final class RetryableFailure implements Predicate<Throwable> {

    /** {@code @Retry.maxDuration} does not bound a wait; a longer one than this is left to the caller. */
    private static final Duration LONGEST_RETRY_AFTER = TokenRetryBackoff.MAX_INTERVAL;

    @Override
    public boolean test(Throwable failure) {
        if (failure instanceof AuthleteDpopRefusedException refused) {
            return refused.nonceSupplied();
        }
        return failure instanceof AuthleteException authlete
                && RetryRules.isRetryable(authlete, RetryRules.DEFAULT_STATUS_CODES, true)
                && (authlete.retryAfter() == null || authlete.retryAfter().compareTo(LONGEST_RETRY_AFTER) <= 0);
    }
}
