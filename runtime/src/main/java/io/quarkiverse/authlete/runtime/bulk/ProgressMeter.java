package io.quarkiverse.authlete.runtime.bulk;

import java.time.Duration;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkProgress;
import io.quarkiverse.authlete.BulkResult;

/** Counts the results of one run, and tells of them now and then. Used by one thread after the other. */
final class ProgressMeter {

    private static final Logger LOG = Logger.getLogger(ProgressMeter.class);

    private final Consumer<BulkProgress> listener;
    private final long interval;
    private final Long total;
    private final long start = System.nanoTime();
    private long lastReport = start;
    private long succeeded;
    private long alreadyExisting;
    private long failed;

    /** @param total the number of items; {@code null} if it is not known */
    ProgressMeter(BulkOptions options, Long total) {
        this.listener = options.progress();
        this.interval = options.progressInterval().toNanos();
        this.total = total;
    }

    void count(BulkResult<?, ?> result) {
        if (result.isSuccess()) {
            succeeded++;
        } else if (result.alreadyExists()) {
            alreadyExisting++;
        } else {
            failed++;
        }
        if (listener != null) {
            long now = System.nanoTime();
            if (now - lastReport >= interval) {
                report(now);
            }
        }
    }

    void end() {
        if (listener != null) {
            report(System.nanoTime());
        }
    }

    private void report(long now) {
        lastReport = now;
        try {
            listener.accept(
                    BulkProgress.builder().succeeded(succeeded).alreadyExisting(alreadyExisting).failed(failed).total(total)
                            .elapsed(Duration.ofNanos(now - start)).build());
        } catch (Throwable e) {
            LOG.error("The listener for the progress of a bulk run has failed", e);
        }
    }
}
