package org.acme.importer;

import java.io.PrintStream;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar with speed and estimated end, for a terminal. */
final class Bar implements Progress {

    private static final int WIDTH = 100;

    private final Counts counts;
    private final ProgressBar bar;

    Bar(PrintStream terminal, Counts counts, long total) {
        this.counts = counts;
        this.bar = new ProgressBarBuilder().setTaskName("Import").setInitialMax(total).showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH)).build();
    }

    @Override
    public void show() {
        bar.stepTo(counts.done());
        if (counts.failed() > 0) {
            bar.setExtraMessage(counts.failed() + " failed");
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
