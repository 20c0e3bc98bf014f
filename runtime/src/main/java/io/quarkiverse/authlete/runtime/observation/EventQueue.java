package io.quarkiverse.authlete.runtime.observation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.runtime.ApplicationClassLoader;

/** Tells somebody of events, one after the other, on a thread of its own, so that no call waits for that. */
public final class EventQueue {

    static final int CAPACITY = 8192;

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.authlete");
    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);
    static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final String receiver;
    private final OncePerMinute failed = new OncePerMinute();
    private final OncePerMinute dropped = new OncePerMinute();
    private final ThreadPoolExecutor thread;

    /** @param receiver who is told, for messages */
    public EventQueue(String threadName, String receiver) {
        this.receiver = receiver;
        ApplicationClassLoader application = ApplicationClassLoader.ofThisThread();
        this.thread = new ThreadPoolExecutor(1, 1, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(CAPACITY), events -> {
                    Thread created = new Thread(() -> application.run(events), threadName);
                    created.setDaemon(true);
                    return created;
                }, (event, full) -> drop());
        thread.allowCoreThreadTimeOut(true);
    }

    /** @param event tells of an event; dropped if too many wait */
    public void add(Runnable event) {
        thread.execute(() -> {
            try {
                event.run();
            } catch (Throwable e) {
                failed(e);
            }
        });
    }

    /** @param thrown what the receiver has thrown */
    public void failed(Throwable thrown) {
        failed.count(times -> LOG.errorf(thrown, "%s threw an exception: %d times since the last message of this kind. No call"
                + " is affected.", receiver, times));
    }

    private void drop() {
        dropped.count(times -> LOG.warnf("%s is too slow: %d events were dropped since the last warning. Up to %d wait.",
                receiver, times, CAPACITY));
    }

    /** Waits a little until the receiver knows all that has happened. */
    public void close() {
        closeAll(List.of(this), LONGEST_CLOSE);
    }

    /** Waits for all of them as long as for one, so that many that hang do not keep the application from its end. */
    static void closeAll(List<EventQueue> queues, Duration longest) {
        queues.forEach(queue -> queue.thread.shutdown());
        long limit = System.nanoTime() + longest.toNanos();
        queues.forEach(queue -> queue.awaitEnd(limit));
    }

    private void awaitEnd(long limit) {
        try {
            if (thread.awaitTermination(limit - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.warnf("%s did not come to an end before the application stopped: %d events were dropped.", receiver,
                thread.shutdownNow().size());
    }
}
