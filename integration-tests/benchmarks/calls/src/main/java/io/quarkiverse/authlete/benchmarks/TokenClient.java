package io.quarkiverse.authlete.benchmarks;

/** One of the clients that are compared: each makes the request from Java objects and reads the whole answer into them. */
interface TokenClient extends AutoCloseable {

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
