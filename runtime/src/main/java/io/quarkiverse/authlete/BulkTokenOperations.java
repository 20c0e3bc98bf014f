package io.quarkiverse.authlete;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/**
 * The operations of {@link TokenOperations} for many items: several calls at a time, results in the order of the items.
 * <p>
 * Nothing is sent before a terminal operation of the stream asks for the first result. The stream has one result for each
 * item. An item that fails does not end the run. If the service throttles, the whole run waits and then sends the refused item
 * again: the item does not fail.
 * <p>
 * The source is read, item by item, on a thread of its own with the contexts of the thread that reads the stream, and no
 * more than {@linkplain BulkOptions#concurrency() so many} items ahead of it. It is not read while a result is processed,
 * unless it takes longer than 100 ms for an item: a source that waits for a result gets it. A {@code null} in it is a request
 * that fails. A source that is a stream is closed with the stream of results.
 * <p>
 * Close the stream unless you read it to its end. Closing it ends the calls in flight and takes no further item. A parallel
 * stream has the same effect as a sequential one.
 * <p>
 * Reading the stream throws what the source throws, and {@link io.quarkiverse.authlete.error.AuthleteException} if the service
 * refuses calls for {@linkplain BulkOptions#giveUpAfter() too long}, if the application stops, or if the thread is
 * interrupted. On an event loop, calling a method or reading its stream throws {@link IllegalStateException}.
 * <p>
 * It is not for implementing, as later versions add methods.
 *
 * @since 1.0.0
 */
public interface BulkTokenOperations {

    /** @see TokenOperations#create(TokenCreateRequest, RequestOptions) */
    Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Iterable<TokenCreateRequest> requests);

    /** @see TokenOperations#create(TokenCreateRequest, RequestOptions) */
    default Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Stream<TokenCreateRequest> requests) {
        return createAll(items(requests)).onClose(requests::close);
    }

    /** @see TokenOperations#update(TokenUpdateRequest, RequestOptions) */
    Stream<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Iterable<TokenUpdateRequest> requests);

    /** @see TokenOperations#update(TokenUpdateRequest, RequestOptions) */
    default Stream<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Stream<TokenUpdateRequest> requests) {
        return updateAll(items(requests)).onClose(requests::close);
    }

    /** @see TokenOperations#delete(String, RequestOptions) */
    Stream<BulkResult<String, Void>> deleteAll(Iterable<String> accessTokenIdentifiers);

    /** @see TokenOperations#delete(String, RequestOptions) */
    default Stream<BulkResult<String, Void>> deleteAll(Stream<String> accessTokenIdentifiers) {
        return deleteAll(items(accessTokenIdentifiers)).onClose(accessTokenIdentifiers::close);
    }

    /** @see TokenOperations#revoke(TokenRevokeRequest, RequestOptions) */
    Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Iterable<TokenRevokeRequest> requests);

    /** @see TokenOperations#revoke(TokenRevokeRequest, RequestOptions) */
    default Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Stream<TokenRevokeRequest> requests) {
        return revokeAll(items(requests)).onClose(requests::close);
    }

    /** A source that is {@code null} is refused like any other. */
    private static <I> @Nullable Iterable<I> items(@Nullable Stream<I> source) {
        return source == null ? null : source::iterator;
    }
}
