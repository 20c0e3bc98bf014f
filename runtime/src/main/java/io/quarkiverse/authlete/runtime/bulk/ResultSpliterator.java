package io.quarkiverse.authlete.runtime.bulk;

import java.util.Spliterator;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.runtime.client.BlockingWait;

/** The results of a run for a thread that waits for them. */
final class ResultSpliterator<I, T> implements Spliterator<BulkResult<I, T>>, Flow.Subscriber<BulkResult<I, T>> {

    private final BulkPlan<I, T> plan;
    private final SourceReader<I> source;
    private final BlockingWait waiting;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private BulkResult<I, T> next;
    private boolean ended;
    private Throwable failure;

    private volatile Flow.Subscription run;

    ResultSpliterator(BulkPlan<I, T> plan, Iterable<I> source, BlockingWait waiting) {
        this.plan = plan;
        this.source = new SourceReader<>(source);
        this.waiting = waiting;
    }

    @Override
    public boolean tryAdvance(Consumer<? super BulkResult<I, T>> action) {
        waiting.refuseEventLoop("bulk()." + plan.operation().label() + "All");
        if (run == null && !isEnded()) {
            plan.results(source).subscribe(this);
        }
        if (isEnded()) {
            return false;
        }
        run.request(1);
        try {
            BulkResult<I, T> result = await();
            if (result == null) {
                return false;
            }
            source.hold();
            action.accept(result);
            source.release();
        } catch (InterruptedException e) {
            close();
            throw waiting.interrupted(plan.operation(), false, e);
        } catch (RuntimeException | Error e) {
            // Nobody will ask for more, or close the stream perhaps.
            close();
            throw e;
        }
        return true;
    }

    /** @return the next result; {@code null} if there is none */
    private BulkResult<I, T> await() throws InterruptedException {
        lock.lock();
        try {
            while (next == null && !ended) {
                changed.await();
            }
            BulkResult<I, T> result = next;
            next = null;
            if (result == null) {
                throwFailure();
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void throwFailure() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    /** Ends the run. */
    void close() {
        try {
            source.hold();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Flow.Subscription toCancel = run;
        if (toCancel != null) {
            toCancel.cancel();
        }
        lock.lock();
        try {
            next = null;
            failure = null;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnded() {
        lock.lock();
        try {
            return ended && next == null && failure == null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        run = subscription;
    }

    @Override
    public void onNext(BulkResult<I, T> result) {
        lock.lock();
        try {
            next = result;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        lock.lock();
        try {
            failure = thrown;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onComplete() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Each item would need a thread that waits for it. */
    @Override
    public Spliterator<BulkResult<I, T>> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
