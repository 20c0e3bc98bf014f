package io.quarkiverse.authlete.runtime.bulk;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.runtime.client.BlockingWait;

/** The results of a run for a thread that waits for them. */
final class ResultSpliterator<I, T> extends Spliterators.AbstractSpliterator<BulkResult<I, T>>
        implements Flow.Subscriber<BulkResult<I, T>> {

    private final BulkPlan<I, T> plan;
    private final Iterable<I> items;
    private final SourceReader<I> source;
    private final BlockingWait waiting;
    /** Nothing stands for the end of the run. */
    private final BlockingQueue<Optional<BulkResult<I, T>>> results = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription run;
    private volatile Throwable failure;
    private volatile boolean ended;

    ResultSpliterator(BulkPlan<I, T> plan, Iterable<I> source, BlockingWait waiting) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.plan = plan;
        this.items = source;
        this.source = new SourceReader<>(source);
        this.waiting = waiting;
    }

    @Override
    public boolean tryAdvance(Consumer<? super BulkResult<I, T>> action) {
        waiting.refuseEventLoop("bulk()." + plan.operation().label() + "All");
        if (ended) {
            return false;
        }
        if (run == null) {
            plan.results(source, items).subscribe(this);
        }
        run.request(1);
        try {
            Optional<BulkResult<I, T>> result = results.take();
            if (result.isEmpty()) {
                ended = true;
                throwFailure();
                return false;
            }
            source.hold();
            action.accept(result.get());
            source.release();
            return true;
        } catch (InterruptedException e) {
            close();
            throw waiting.interrupted(plan.operation(), false, e);
        } catch (RuntimeException | Error e) {
            // Nobody will ask for more, or close the stream perhaps.
            close();
            throw e;
        }
    }

    private void throwFailure() {
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Ends the run. */
    void close() {
        ended = true;
        try {
            source.hold();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (run != null) {
            run.cancel();
        }
        results.clear();
        // Another thread may be waiting.
        results.add(Optional.empty());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        run = subscription;
    }

    @Override
    public void onNext(BulkResult<I, T> result) {
        results.add(Optional.of(result));
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        onComplete();
    }

    @Override
    public void onComplete() {
        results.add(Optional.empty());
    }

    /** Each item would need a thread that waits for it. */
    @Override
    public Spliterator<BulkResult<I, T>> trySplit() {
        return null;
    }
}
