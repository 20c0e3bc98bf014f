package io.quarkiverse.authlete.runtime.call;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Chooses the event loop of a call. */
public final class EventLoops {

    private final List<Context> loops;
    private final ScheduledExecutorService timers;

    public EventLoops(Vertx vertx) {
        this.timers = vertx.nettyEventLoopGroup();
        // There is no public way to a context that is not that of the thread.
        this.loops = Stream.<Context> generate(((VertxInternal) vertx)::createEventLoopContext)
                .limit(2L * Runtime.getRuntime().availableProcessors()).toList();
    }

    /** @return timers that need no worker thread */
    ScheduledExecutorService timers() {
        return timers;
    }

    /**
     * @return the context of this thread, so that the caller goes on where it was; one of ours if there is none, or if it
     *         needs a worker thread to go on
     */
    Context ofThisThread() {
        Context caller = Vertx.currentContext();
        if (caller != null && caller.isEventLoopContext()) {
            return caller;
        }
        // A trace, like all that belongs to one call only, can be in a duplicated context, and in no other.
        return VertxContext.createNewDuplicatedContext(loops.get((int) (Thread.currentThread().getId() % loops.size())));
    }
}
