package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.Executor;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Gives each caller that does not block a context of its own on one of the event loops in turn, as a server does. */
final class EventLoops implements Executor {

    private final VertxInternal vertx;

    EventLoops(Vertx vertx) {
        this.vertx = (VertxInternal) vertx;
    }

    @Override
    public void execute(Runnable caller) {
        vertx.createEventLoopContext().duplicate().runOnContext(start -> caller.run());
    }
}
