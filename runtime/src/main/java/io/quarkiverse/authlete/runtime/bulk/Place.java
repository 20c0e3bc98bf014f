package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.smallrye.mutiny.subscription.Cancellable;

/** An item that has been taken from the source, until its result is handed out. */
final class Place<I, T> {

    private final long index;
    private final I item;
    private volatile Cancellable call;
    private volatile BulkResult<I, T> result;
    private volatile AuthleteException failure;
    private volatile boolean mayBeDone;

    Place(long index, I item) {
        this.index = index;
        this.item = item;
    }

    long index() {
        return index;
    }

    I item() {
        return item;
    }

    BulkResult<I, T> succeeded(T value) {
        return result(new TokenResult.Success<>(value), false);
    }

    BulkResult<I, T> failed(AuthleteException failure) {
        // An earlier call for the item may have had an effect, whatever became of the last one.
        AuthleteException known = mayBeDone ? failure.withCall(failure.call().toBuilder().outcome(Outcome.UNKNOWN).build())
                : failure;
        return result(new TokenResult.Failure<>(known), false);
    }

    BulkResult<I, T> existing(AuthleteException refusal) {
        return result(new TokenResult.Failure<>(refusal), true);
    }

    private BulkResult<I, T> result(TokenResult<T> result, boolean alreadyExists) {
        return BulkResult.<I, T> builder().index(index).item(item).result(result).alreadyExists(alreadyExists).build();
    }

    /** @return {@code null} until there is one */
    BulkResult<I, T> result() {
        return result;
    }

    void end(BulkResult<I, T> result) {
        this.result = result;
    }

    void calledBy(Cancellable call) {
        this.call = call;
    }

    void cancel() {
        if (call != null) {
            call.cancel();
        }
    }

    /** The call is to be made once more. */
    void postpone(AuthleteException failure) {
        this.failure = failure;
        mayBeDone |= failure.outcome() == Outcome.UNKNOWN;
    }

    /** @return why the call is to be made once more; {@code null} if it was not made yet */
    AuthleteException failure() {
        return failure;
    }

    /** @return whether the server may have processed a call that was then postponed */
    boolean mayBeDone() {
        return mayBeDone;
    }
}
