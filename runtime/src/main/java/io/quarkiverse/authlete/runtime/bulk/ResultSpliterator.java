package io.quarkiverse.authlete.runtime.bulk;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.runtime.client.BlockingWait;

/**
 * The results of a run for a thread that waits for them. That thread also reads the source: a source may block, and may
 * belong to a transaction or a context of this thread.
 */
final class ResultSpliterator<I, T> implements Spliterator<BulkResult<I, T>>, Flow.Subscriber<BulkResult<I, T>> {

    private final BulkPlan<I, T> plan;
    private final Iterable<I> source;
    private final BlockingWait waiting;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private BulkResult<I, T> next;
    private long wanted;
    private boolean ended;
    private Throwable failure;

    private volatile Flow.Subscription run;
    private Flow.Subscriber<? super Item<I>> items;
    private Iterator<I> iterator;
    private boolean sourceEnded;

    ResultSpliterator(BulkPlan<I, T> plan, Iterable<I> source, BlockingWait waiting) {
        this.plan = plan;
        this.source = source;
        this.waiting = waiting;
    }

    @Override
    public boolean tryAdvance(Consumer<? super BulkResult<I, T>> action) {
        waiting.refuseEventLoop("bulk()." + plan.operation().label() + "All");
        if (run == null && !isEnded()) {
            plan.results(this::connect).subscribe(this);
        }
        if (isEnded()) {
            return false;
        }
        run.request(1);
        BulkResult<I, T> result = await();
        if (result == null) {
            return false;
        }
        try {
            action.accept(result);
        } catch (RuntimeException | Error e) {
            // Nobody will ask for more, or close the stream perhaps.
            close();
            throw e;
        }
        return true;
    }

    /** @return the next result; {@code null} if there is none */
    private BulkResult<I, T> await() {
        while (true) {
            while (isItemWanted()) {
                readItem();
            }
            lock.lock();
            try {
                while (next == null && !ended && wanted == 0) {
                    changed.await();
                }
                if (next != null && (wanted == 0 || ended)) {
                    BulkResult<I, T> result = next;
                    next = null;
                    return result;
                }
                if (next == null && ended) {
                    throwFailure();
                    return null;
                }
            } catch (InterruptedException e) {
                close();
                throw waiting.interrupted(plan.operation(), false, e);
            } finally {
                lock.unlock();
            }
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

    private boolean isItemWanted() {
        lock.lock();
        try {
            return wanted > 0 && !ended;
        } finally {
            lock.unlock();
        }
    }

    private void readItem() {
        try {
            if (iterator == null) {
                iterator = source.iterator();
            }
            if (iterator.hasNext()) {
                Item<I> item = new Item<>(iterator.next());
                want(-1);
                items.onNext(item);
            } else {
                endSource();
                items.onComplete();
            }
        } catch (RuntimeException | Error e) {
            endSource();
            items.onError(e);
        }
    }

    private void endSource() {
        lock.lock();
        try {
            sourceEnded = true;
            wanted = 0;
        } finally {
            lock.unlock();
        }
    }

    private void want(long more) {
        lock.lock();
        try {
            wanted = sourceEnded ? 0 : wanted + more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run. */
    void close() {
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

    /** The run subscribes to the items. */
    private void connect(Flow.Subscriber<? super Item<I>> subscriber) {
        items = subscriber;
        subscriber.onSubscribe(new Flow.Subscription() {

            @Override
            public void request(long n) {
                want(n);
            }

            @Override
            public void cancel() {
                endSource();
            }
        });
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
