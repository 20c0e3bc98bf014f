package io.quarkiverse.authlete.runtime.call;

import java.util.Set;

import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.TransportFailures;

/** Whether a failed request is retried: the one place that decides. */
public final class RetryRules {

    public static final Set<Integer> DEFAULT_STATUS_CODES = Set.of(429, 500, 502, 503, 504);

    private RetryRules() {
    }

    /**
     * @param statusCodes the statuses after which a retry may help
     * @param connectionErrors whether a retry may help if there was no answer, or one that can't be read
     * @return never true if the request could take effect twice
     */
    public static boolean isRetryable(AuthleteException failure, Set<Integer> statusCodes, boolean connectionErrors) {
        return failure.safeToRetry() && !OutcomeRules.isRefusedValue(failure.resultCode())
                && mayHelp(failure, statusCodes, connectionErrors);
    }

    private static boolean mayHelp(AuthleteException failure, Set<Integer> statusCodes, boolean connectionErrors) {
        if (failure instanceof AuthleteResultException || failure instanceof AuthleteHttpException) {
            return statusCodes.contains(failure.call().status());
        }
        if (failure instanceof AuthleteActionException) {
            // INTERNAL_SERVER_ERROR and actions that are not known yet: the same as status 500.
            return failure.outcome() == Outcome.UNKNOWN && statusCodes.contains(500);
        }
        if (failure instanceof AuthleteCallNotPermittedException) {
            // A rate limit tells when; an open breaker and a full bulkhead are there to keep calls away.
            return failure.retryAfter() != null;
        }
        if (failure instanceof AuthleteConnectionException) {
            return connectionErrors && !TransportFailures.isPermanent(failure);
        }
        return connectionErrors
                && (failure instanceof AuthleteTimeoutException || failure instanceof AuthleteUnreadableResponseException);
    }
}
