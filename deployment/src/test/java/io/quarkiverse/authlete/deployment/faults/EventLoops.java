package io.quarkiverse.authlete.deployment.faults;

import java.lang.reflect.Field;
import java.util.Map;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxImpl;

/** The threads of the client on which calls and connections live. */
public final class EventLoops {

    private EventLoops() {
    }

    /**
     * Waits until they have done what they had to do. A connection is closed in one step and leaves the pool in the next; a
     * server that sees the end of it in between would let the next call meet a closed connection.
     */
    public static void settle() {
        for (int step = 0; step < 2; step++) {
            for (EventExecutor loop : vertx().nettyEventLoopGroup()) {
                loop.submit(() -> {
                }).syncUninterruptibly();
            }
        }
    }

    /** Vert.x numbers its timers. */
    static long timersMade() {
        Vertx vertx = vertx();
        long timer = vertx.setTimer(1_000, now -> {
        });
        vertx.cancelTimer(timer);
        return timer;
    }

    /** Vert.x tells nobody of them. */
    static int timersPending() {
        try {
            Field timers = VertxImpl.class.getDeclaredField("timeouts");
            timers.setAccessible(true);
            return ((Map<?, ?>) timers.get(vertx())).size();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Vertx vertx() {
        return Arc.container().instance(Vertx.class).get();
    }
}
