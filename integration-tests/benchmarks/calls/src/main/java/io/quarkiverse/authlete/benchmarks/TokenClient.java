package io.quarkiverse.authlete.benchmarks;

import java.util.concurrent.Executor;

/** One of the clients that are compared: each makes the request from Java objects and reads the whole answer into them. */
interface TokenClient extends AutoCloseable {

    /** @return runs a caller that does not block where it would run in an application */
    default Executor callers() {
        return Runnable::run;
    }

    Object create() throws Exception;

    Object list(int count) throws Exception;

    default void create(Completion completion) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " only blocks");
    }

    default void list(int count, Completion completion) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " only blocks");
    }

    @Override
    default void close() {
    }
}
