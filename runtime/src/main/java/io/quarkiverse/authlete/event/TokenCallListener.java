package io.quarkiverse.authlete.event;

import java.util.function.BiConsumer;

/**
 * Is told of the calls of {@code TokenOperations} and {@code ReactiveTokenOperations}. Implement it as a CDI bean: qualified by
 * {@link io.quarkiverse.authlete.AuthleteServiceName} for the calls of that service, unqualified for those of all services.
 * Without a scope, its class is no bean and is not found; {@code @Singleton} is a good choice.
 * <p>
 * A listener can neither break a call nor keep it waiting. Events reach it on a thread of its own, named
 * {@code authlete-listener} and the name of its class, one after the other, in the order in which they happened within each
 * call. There is no request context, and no transaction. Up to 8,192 events wait for a slow listener; more are dropped. What a
 * listener throws, and how many events were dropped, is logged in the category {@code io.quarkiverse.authlete}, at most once a
 * minute.
 * <p>
 * Only {@link #addHeaders} is called by the thread that makes the call, which waits for it.
 * <p>
 * No event holds a secret: {@code ***} stands for tokens, session IDs and hidden properties. The headers and the body of an
 * exception may hold some. All methods do nothing unless overridden, and later versions may add more.
 *
 * @since 1.0.0
 */
public interface TokenCallListener {

    /**
     * Adds headers, such as a correlation ID, to all attempts of a call that starts. This runs on the thread that makes the
     * call, or that subscribes to its {@code Uni}, with its contexts: keep it short, it must not block an event loop.
     * Calls of a bulk run and of a wait for a batch start on other threads, with the contexts in which the run or the wait
     * began.
     *
     * @param call the call
     * @param headers takes the name and the value of a header. Headers of the same name that the call or the configuration
     *        sets are sent instead. It throws {@link IllegalArgumentException} for a header that can't be sent, or that the
     *        client sets, such as {@code Authorization}. It has no effect after this method has returned.
     */
    default void addHeaders(TokenCallInfo call, BiConsumer<String, String> headers) {
    }

    /**
     * A call has started. Its request has not been checked yet.
     *
     * @param call the call
     */
    default void callStarted(TokenCallInfo call) {
    }

    /**
     * An attempt has ended; there is none for a request that was refused, or that a rate limit, bulkhead or circuit breaker
     * held back.
     *
     * @param call the call
     * @param result how the attempt has ended, and the number of the attempt
     */
    default void attemptEnded(TokenCallInfo call, TokenCallResult result) {
    }

    /**
     * A call has ended. Nothing more will be told of it.
     *
     * @param call the call
     * @param result how the call has ended, and how many attempts there were
     */
    default void callEnded(TokenCallInfo call, TokenCallResult result) {
    }
}
