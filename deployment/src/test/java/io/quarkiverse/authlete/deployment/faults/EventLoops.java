package io.quarkiverse.authlete.deployment.faults;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;

/** The threads of the client on which connections live. */
final class EventLoops {

    private EventLoops() {
    }

    /**
     * Waits until they have done what they had to do. A connection is closed in one step and leaves the pool in the next; a
     * server that sees the end of it in between would let the next call meet a closed connection.
     */
    static void settle() {
        for (int step = 0; step < 2; step++) {
            for (EventExecutor loop : Arc.container().instance(Vertx.class).get().nettyEventLoopGroup()) {
                loop.submit(() -> {
                }).syncUninterruptibly();
            }
        }
    }
}
