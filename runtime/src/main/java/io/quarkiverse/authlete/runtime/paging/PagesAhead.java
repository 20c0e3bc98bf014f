package io.quarkiverse.authlete.runtime.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** The pages of one stream, one asked for ahead. Taken by one consumer; may be closed by any thread. */
public final class PagesAhead {

    private final Supplier<Uni<NewTokens>> pages;
    private volatile CompletableFuture<NewTokens> ahead;
    private volatile boolean closed;

    PagesAhead(Supplier<Uni<NewTokens>> pages) {
        this.pages = pages;
    }

    /** @return the page that is next; the first one is asked for now */
    public CompletableFuture<NewTokens> next() {
        if (ahead == null) {
            askForNext();
        }
        return ahead;
    }

    /** Takes a page away, and asks for the one after it. */
    public void taken(NewTokens page) {
        if (!page.last()) {
            askForNext();
        }
    }

    /** Ends the call in flight; none follows. */
    public void close() {
        closed = true;
        CompletableFuture<NewTokens> inFlight = ahead;
        if (inFlight != null) {
            inFlight.cancel(true);
        }
    }

    private void askForNext() {
        CompletableFuture<NewTokens> next = closed ? new CompletableFuture<>() : pages.get().subscribeAsCompletionStage();
        ahead = next;
        if (closed) {
            next.cancel(true);
        }
    }
}
