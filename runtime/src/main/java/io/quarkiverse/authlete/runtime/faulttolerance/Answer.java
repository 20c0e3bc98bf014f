package io.quarkiverse.authlete.runtime.faulttolerance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/** What comes of the request of one attempt: the first of answer, failure, time limit and cancellation. */
final class Answer<T> extends CompletableFuture<T> implements UniSubscriber<T> {

    private final Attempt attempt;
    private volatile UniSubscription request;
    private volatile Future<?> limit;

    Answer(Attempt attempt) {
        this.attempt = attempt;
    }

    /** @param limit the timer that makes it fail; set before the request is made */
    void limit(Future<?> limit) {
        this.limit = limit;
    }

    /**
     * Ends the request, if there is no answer yet.
     *
     * @param reason why
     */
    void giveUp(Throwable reason) {
        if (!isDone()) {
            UniSubscription sent = request;
            if (sent != null) {
                attempt.cancel(sent);
            }
            onFailure(reason);
        }
    }

    @Override
    public Context context() {
        return Context.empty();
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        request = subscription;
        if (isDone()) {
            attempt.cancel(subscription);
        }
    }

    @Override
    public void onItem(T item) {
        if (limit != null) {
            limit.cancel(false);
        }
        complete(item);
    }

    @Override
    public void onFailure(Throwable failure) {
        if (limit != null) {
            limit.cancel(false);
        }
        completeExceptionally(failure);
    }
}
