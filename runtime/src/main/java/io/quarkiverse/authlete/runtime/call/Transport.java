package io.quarkiverse.authlete.runtime.call;

/** Sends the requests of one service. */
public interface Transport extends AutoCloseable {

    /**
     * Gets a connection and sends the request, unless the attempt is over by then. Called on the event loop of the call.
     *
     * @param attempt is completed with the answer, or with an {@code AuthleteException}, on the same event loop
     */
    <T> void send(Request<T> request, Attempt<T> attempt);

    @Override
    void close();
}
