package io.quarkiverse.authlete.runtime.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** The pages of one stream, one asked for ahead. Taken by one consumer; may be closed by any thread. */
public final class PagesAhead {

    private final Supplier<Uni<Batch>> pages;
    private volatile CompletableFuture<Batch> ahead;
    private volatile boolean closed;

    PagesAhead(Supplier<Uni<Batch>> pages) {
        this.pages = pages;
    }

    /** @return the batch that is next; the first one is asked for now */
    public CompletableFuture<Batch> batch() {
        if (ahead == null) {
            askForNext();
        }
        return ahead;
    }

    /** Takes a batch away, and asks for the one after it. */
    public void taken(Batch batch) {
        if (!batch.last()) {
            askForNext();
        }
    }

    /** Ends the call under way; none follows. */
    public void close() {
        closed = true;
        CompletableFuture<Batch> underWay = ahead;
        if (underWay != null) {
            underWay.cancel(true);
        }
    }

    private void askForNext() {
        CompletableFuture<Batch> next = closed ? new CompletableFuture<>() : pages.get().subscribeAsCompletionStage();
        ahead = next;
        if (closed) {
            next.cancel(true);
        }
    }
}
