package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;

/** What a failure tells about the calls to come. */
final class Refusals {

    static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private Refusals() {
    }

    /** @return whether calls are refused for the time being, whatever they ask for */
    static boolean isForNow(AuthleteException failure) {
        if (failure instanceof AuthleteCallNotPermittedException) {
            return true;
        }
        Integer status = failure.status();
        return status != null
                && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE && failure.retryAfter() != null);
    }

    /** @return whether the server has accepted the call and looked at the request */
    static boolean isAnswer(AuthleteException failure) {
        return failure.outcome() == Outcome.REJECTED && !isForNow(failure) && !OutcomeRules.isOfServer(failure)
                && !(failure instanceof AuthleteInvalidRequestException);
    }
}
