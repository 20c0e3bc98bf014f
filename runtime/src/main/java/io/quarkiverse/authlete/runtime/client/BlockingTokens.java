package io.quarkiverse.authlete.runtime.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.paging.NewTokens;
import io.quarkiverse.authlete.runtime.paging.PagesAhead;
import io.smallrye.mutiny.Uni;

/** Waits for the pages of a stream as they are needed. */
final class BlockingTokens extends Spliterators.AbstractSpliterator<AccessToken> {

    private final PagesAhead pages;
    private final BlockingWait waiting;
    private Iterator<AccessToken> tokens = Collections.emptyIterator();
    private Throwable failure;
    private boolean lastPage;

    private BlockingTokens(PagesAhead pages, BlockingWait waiting) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.pages = pages;
        this.waiting = waiting;
    }

    static Stream<AccessToken> stream(PagesAhead pages, BlockingWait waiting) {
        waiting.refuseEventLoop("stream");
        return StreamSupport.stream(new BlockingTokens(pages, waiting), false).onClose(pages::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super AccessToken> action) {
        while (!tokens.hasNext()) {
            throwFailure();
            if (lastPage) {
                return false;
            }
            readPage();
        }
        action.accept(tokens.next());
        return true;
    }

    private void throwFailure() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private void readPage() {
        waiting.refuseEventLoop("stream");
        lastPage = true;
        NewTokens page = waiting.forAnswer(RequestInfo.of(TokenOperation.LIST, null),
                Uni.createFrom().completionStage(pages::next));
        lastPage = page.last();
        failure = page.failure();
        tokens = page.tokens().iterator();
        // Here and not when the answer comes: on this thread, the call belongs to the trace of the caller.
        pages.taken(page);
    }
}
