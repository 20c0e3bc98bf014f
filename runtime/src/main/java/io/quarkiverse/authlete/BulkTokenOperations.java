package io.quarkiverse.authlete;

import java.util.stream.Stream;

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
 * item. An item that fails does not end the run. If the service asks to slow down, then the whole run pauses, and the item
 * that was refused is put off: it does not fail.
 * <p>
 * The source is read, item by item, on a thread of its own with the contexts of the thread that reads the stream, and no
 * more than {@linkplain BulkOptions#concurrency() so many} items ahead of it. It is not read while a result is processed,
 * unless it takes longer than 100 ms for an item: a source that waits for a result gets it. A {@code null} in it is a request
 * that fails. A source
 * that is a stream is closed with the stream of results.
 * <p>
 * Close the stream unless you read it to its end. Closing it ends the calls under way and takes no further item. A parallel
 * stream has the same effect as a sequential one.
 * <p>
 * Reading the stream throws what the source throws, and {@link io.quarkiverse.authlete.error.AuthleteException} if the service
 * refuses calls for {@linkplain BulkOptions#giveUpAfter() too long}, if the application stops, or if the thread is
 * interrupted. On an event loop, calling a method or reading its stream throws {@link IllegalStateException}.
 */
public interface BulkTokenOperations {

    /**
     * Creates access tokens, see {@link TokenOperations#create(TokenCreateRequest)}.
     *
     * @param requests what to create
     * @return the result of each, in the same order
     */
    Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Iterable<TokenCreateRequest> requests);

    /**
     * Creates access tokens, see {@link TokenOperations#create(TokenCreateRequest)}.
     *
     * @param requests what to create
     * @return the result of each, in the same order
     */
    default Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Stream<TokenCreateRequest> requests) {
        return createAll(requests::iterator).onClose(requests::close);
    }

    /**
     * Updates access tokens, see {@link TokenOperations#update(TokenUpdateRequest)}.
     *
     * @param requests which tokens to update, and what
     * @return the result of each, in the same order
     */
    Stream<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Iterable<TokenUpdateRequest> requests);

    /**
     * Updates access tokens, see {@link TokenOperations#update(TokenUpdateRequest)}.
     *
     * @param requests which tokens to update, and what
     * @return the result of each, in the same order
     */
    default Stream<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Stream<TokenUpdateRequest> requests) {
        return updateAll(requests::iterator).onClose(requests::close);
    }

    /**
     * Deletes access tokens, see {@link TokenOperations#delete(String)}.
     *
     * @param accessTokenIdentifiers access tokens, refresh tokens, or the hashes of either
     * @return the result of each, in the same order
     */
    Stream<BulkResult<String, Void>> deleteAll(Iterable<String> accessTokenIdentifiers);

    /**
     * Deletes access tokens, see {@link TokenOperations#delete(String)}.
     *
     * @param accessTokenIdentifiers access tokens, refresh tokens, or the hashes of either
     * @return the result of each, in the same order
     */
    default Stream<BulkResult<String, Void>> deleteAll(Stream<String> accessTokenIdentifiers) {
        return deleteAll(accessTokenIdentifiers::iterator).onClose(accessTokenIdentifiers::close);
    }

    /**
     * Revokes access tokens and their refresh tokens, see {@link TokenOperations#revoke(TokenRevokeRequest)}.
     *
     * @param requests which tokens to revoke
     * @return the result of each, in the same order
     */
    Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Iterable<TokenRevokeRequest> requests);

    /**
     * Revokes access tokens and their refresh tokens, see {@link TokenOperations#revoke(TokenRevokeRequest)}.
     *
     * @param requests which tokens to revoke
     * @return the result of each, in the same order
     */
    default Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Stream<TokenRevokeRequest> requests) {
        return revokeAll(requests::iterator).onClose(requests::close);
    }
}
