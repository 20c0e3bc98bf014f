package io.quarkiverse.authlete.runtime.bulk;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Flow;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.smallrye.mutiny.Uni;

/**
 * What the runs of one operation have in common.
 *
 * @param concurrency how many calls may be in flight at most
 * @param runs the runs in flight
 */
record BulkPlan<I, T>(FailureFactory failures, TokenOperation operation, BulkOptions options, int concurrency, BulkRuns runs,
        ItemCall<I, T> call) {

    /** Makes the call for one item. */
    @FunctionalInterface
    interface ItemCall<I, T> {

        Uni<BulkResult<I, T>> call(Place<I, T> place);
    }

    /** @return the source, which is not {@code null} */
    <S> S checked(S source) {
        if (source == null) {
            throw failures.invalid(operation, "source", "is null: pass the items");
        }
        return source;
    }

    /**
     * @param source where the items come from
     * @return makes a run for each subscriber
     */
    Flow.Publisher<BulkResult<I, T>> results(Flow.Publisher<Optional<I>> items, Object source) {
        return subscriber -> {
            Long total = source instanceof Collection<?> collection ? (long) collection.size() : null;
            new BulkRun<>(this, total, subscriber).start(items);
        };
    }

    /** @return whether a retry that fails like this shows that an earlier attempt, whose outcome is unknown, did it */
    boolean isDone(AuthleteException failure) {
        return operation == TokenOperation.DELETE && OutcomeRules.isGone(failure);
    }

    /** @return the failure of an item whose call has ended in a way that no call should */
    AuthleteException unexpected(I item, Throwable cause) {
        RequestInfo info = RequestInfo.of(operation, item instanceof TokenRequest request ? request : null);
        return new AuthleteException(failures.call(operation, info.idempotent(), Outcome.UNKNOWN).build(),
                "The call failed unexpectedly: " + cause.getClass().getName(), cause);
    }

    /** @return why a run ends before its source, or why an item was not sent */
    AuthleteException failure(String reason, AuthleteException cause) {
        FailedCall.Builder call = failures.call(operation, true, Outcome.NOT_SENT).attempts(0);
        if (cause != null) {
            call.status(cause.status()).resultCode(cause.resultCode()).resultMessage(cause.resultMessage())
                    .retryAfter(cause.retryAfter());
        }
        return new AuthleteException(call.build(), reason, cause);
    }
}
