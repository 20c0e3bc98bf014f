package io.quarkiverse.authlete.runtime.rest;

import java.util.concurrent.Executor;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

import io.quarkiverse.authlete.runtime.NoContexts;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The last filter before the request is sent. The REST client would now go on to the event loop of the request, and capture
 * the contexts of the caller for that and for each of its steps there. All that needs those contexts has been done in the
 * filters before, so this one goes to the event loop itself, with nothing to capture.
 */
final class EventLoopFilter implements ResteasyReactiveClientRequestFilter {

    /** Request filters run in ascending order. */
    static final int PRIORITY = DpopFilter.PRIORITY + 1;

    private final NoContexts contexts = new NoContexts();

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        request.suspend();
        request.unwrap(RestClientRequestContext.class).resume(new ToEventLoop(request.getContext()));
    }

    /** The REST client keeps it for the answer. What the caller does with that captures contexts as it always does. */
    private final class ToEventLoop implements Executor {

        private final Context eventLoop;
        private boolean sending = true;

        ToEventLoop(Context eventLoop) {
            this.eventLoop = eventLoop;
        }

        @Override
        public void execute(Runnable next) {
            if (sending) {
                sending = false;
                eventLoop.runOnContext(now -> contexts.run(next));
            } else if (Vertx.currentContext() == eventLoop) {
                next.run();
            } else {
                eventLoop.runOnContext(now -> next.run());
            }
        }
    }
}
