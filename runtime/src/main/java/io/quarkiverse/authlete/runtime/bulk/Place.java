package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.smallrye.mutiny.subscription.Cancellable;

/** An item that has been taken from the source, until its result is handed out. */
final class Place<I, T> {

    private final long index;
    private final I item;
    private volatile Cancellable call;
    private volatile Answer<T> answer;
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

    /** @return {@code null} until there is one */
    Answer<T> answer() {
        return answer;
    }

    void answer(Answer<T> answer) {
        this.answer = mayBeDone ? answer.afterLostAnswer() : answer;
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
    void putOff(AuthleteException failure) {
        this.failure = failure;
        mayBeDone |= failure.outcome() == Outcome.UNKNOWN;
    }

    /** @return why the call is to be made once more; {@code null} if it was not made yet */
    AuthleteException failure() {
        return failure;
    }

    /** @return whether the server may have processed a call that was then put off */
    boolean mayBeDone() {
        return mayBeDone;
    }
}
