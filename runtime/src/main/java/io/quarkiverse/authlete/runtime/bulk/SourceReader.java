package io.quarkiverse.authlete.runtime.bulk;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Reads the source of a run for a thread that waits for the results. A source may wait for one of these results itself, so it
 * is read on a thread of its own, in the contexts of that thread. The two take turns, since the source may be a query of the
 * transaction in which the results are processed.
 */
final class SourceReader<I> implements Flow.Publisher<Optional<I>>, Flow.Subscription {

    /** A source that takes longer is one that waits. */
    private static final long LONG_READ_MILLIS = 100;

    private final Iterable<I> source;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Flow.Subscriber<? super Optional<I>> items;
    // Guarded by the lock.
    private Thread thread;
    private long wanted;
    private boolean reading;
    private boolean readIsLong;
    private boolean held;
    private boolean ended;

    SourceReader(Iterable<I> source) {
        this.source = source;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Optional<I>> subscriber) {
        items = subscriber;
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        lock.lock();
        try {
            wanted += n;
            if (thread == null && !ended) {
                thread = new Thread(Infrastructure.decorate(this::read), "authlete-bulk-source");
                thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
                thread.setDaemon(true);
                thread.start();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
            if (readIsLong) {
                // It may wait for something that never comes now.
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing be read until {@link #release()}, and what is being read be done, unless that takes long. */
    void hold() throws InterruptedException {
        lock.lock();
        try {
            held = true;
            long left = TimeUnit.MILLISECONDS.toNanos(LONG_READ_MILLIS);
            while (reading && !readIsLong) {
                left = changed.awaitNanos(left);
                readIsLong = left <= 0;
            }
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            held = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        try {
            Iterator<I> iterator = null;
            while (startRead()) {
                iterator = iterator == null ? source.iterator() : iterator;
                boolean more = iterator.hasNext();
                I value = more ? iterator.next() : null;
                endRead();
                if (!more) {
                    items.onComplete();
                    return;
                }
                items.onNext(Optional.ofNullable(value));
            }
        } catch (Throwable e) {
            endRead();
            items.onError(e);
        }
    }

    private boolean startRead() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && (wanted == 0 || held)) {
                changed.await();
            }
            wanted--;
            reading = !ended;
            return reading;
        } finally {
            lock.unlock();
        }
    }

    private void endRead() {
        lock.lock();
        try {
            reading = false;
            readIsLong = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
