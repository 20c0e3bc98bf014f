package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A number of calls, so many of them in flight at any time. */
final class InFlight implements Completion {

    private final Consumer<Completion> call;
    private final AtomicInteger toStart;
    private final AtomicInteger toEnd;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private InFlight(int calls, Consumer<Completion> call) {
        this.call = call;
        this.toStart = new AtomicInteger(calls);
        this.toEnd = new AtomicInteger(calls);
    }

    /** @param callers runs each of the callers; it goes on wherever its call ends */
    static void run(int calls, int inFlight, Executor callers, Consumer<Completion> call)
            throws InterruptedException, ExecutionException {
        InFlight run = new InFlight(calls, call);
        for (int i = 0; i < inFlight; i++) {
            callers.execute(run::next);
        }
        run.end.get();
    }

    private void next() {
        if (toStart.getAndDecrement() > 0) {
            call.accept(this);
        }
    }

    @Override
    public void ended(Throwable failure) {
        if (failure != null) {
            end.completeExceptionally(failure);
        } else if (toEnd.decrementAndGet() == 0) {
            end.complete(null);
        } else {
            next();
        }
    }
}
