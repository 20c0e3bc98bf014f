package org.acme.importer;

import java.io.PrintWriter;
import java.time.Duration;

/** A line now and then, for a log. */
final class PlainLines implements Progress {

    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final PrintWriter out;
    private final Counts counts;
    private final long total;
    private final long start = System.nanoTime();
    private long last = start;

    PlainLines(PrintWriter out, Counts counts, long total) {
        this.out = out;
        this.counts = counts;
        this.total = total;
    }

    @Override
    public synchronized void show() {
        if (System.nanoTime() - last >= INTERVAL) {
            print();
        }
    }

    @Override
    public synchronized void close() {
        print();
    }

    private void print() {
        last = System.nanoTime();
        long done = counts.done();
        double seconds = (last - start) / 1e9;
        String rest = done == 0 || done >= total ? ""
                : ", about %d s left".formatted(Math.round(seconds * (total - done) / done));
        out.printf("%d of %d lines (%d %%): %s; %.0f per second%s%n", done, total, total == 0 ? 100 : 100 * done / total,
                counts,
                done / seconds, rest);
    }
}
