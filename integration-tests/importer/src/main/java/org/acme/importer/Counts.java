package org.acme.importer;

import java.util.concurrent.atomic.AtomicLong;

/** What has become of the lines so far; counted by the thread that reads them and by the one that gets the results. */
final class Counts {

    private final String verb;
    private final AtomicLong imported = new AtomicLong();
    private final AtomicLong existing = new AtomicLong();
    private final AtomicLong expired = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** @param dryRun whether nothing is sent */
    Counts(boolean dryRun) {
        this.verb = dryRun ? "to import" : "imported";
    }

    void countImported() {
        imported.incrementAndGet();
    }

    void countExisting() {
        existing.incrementAndGet();
    }

    void countExpired() {
        expired.incrementAndGet();
    }

    void countFailed() {
        failed.incrementAndGet();
    }

    long failed() {
        return failed.get();
    }

    long done() {
        return imported.get() + existing.get() + expired.get() + failed.get();
    }

    @Override
    public String toString() {
        return imported + " " + verb + ", " + existing + " there already, " + expired + " expired, " + failed + " failed";
    }
}
