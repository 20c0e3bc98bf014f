package io.quarkiverse.authlete;

import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.mutiny.Multi;

/**
 * The operations of {@link ReactiveTokenOperations} for many items: several calls at a time, results in the order of the
 * items.
 * <p>
 * Nothing is sent before the {@link Multi} is subscribed to; subscribing twice makes two runs. It emits one result for each
 * item. An item that fails does not end the run. If the service throttles, the whole run waits and then sends the refused item
 * again: the item does not fail.
 * <p>
 * No more than {@linkplain BulkOptions#concurrency() so many} items are taken from the source ahead of the results that the
 * subscriber has received. Cancelling the subscription ends the calls in flight and takes no further item.
 * <p>
 * The {@code Multi} fails if its source fails, if the service refuses calls for
 * {@linkplain BulkOptions#giveUpAfter() too long}, or if the application stops: with
 * {@link io.quarkiverse.authlete.error.AuthleteException} in the last two cases. Before that, it emits the results of the
 * items that it has taken.
 * <p>
 * An {@link Iterable} is read by the threads that bring the answers, so its iterator must not block. A {@code null} in it
 * is a request that fails.
 * <p>
 * It is not for implementing, as later versions add methods.
 *
 * @since 1.0.0
 */
public interface ReactiveBulkTokenOperations {

    /** @see TokenOperations#create(TokenCreateRequest, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Multi<TokenCreateRequest> requests);

    /** @see TokenOperations#create(TokenCreateRequest, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Iterable<TokenCreateRequest> requests);

    /** @see TokenOperations#update(TokenUpdateRequest, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Multi<TokenUpdateRequest> requests);

    /** @see TokenOperations#update(TokenUpdateRequest, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Iterable<TokenUpdateRequest> requests);

    /** @see TokenOperations#delete(String, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<String, Void>> deleteAll(Multi<String> accessTokenIdentifiers);

    /** @see TokenOperations#delete(String, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<String, Void>> deleteAll(Iterable<String> accessTokenIdentifiers);

    /** @see TokenOperations#revoke(TokenRevokeRequest, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Multi<TokenRevokeRequest> requests);

    /** @see TokenOperations#revoke(TokenRevokeRequest, RequestOptions) */
    @CheckReturnValue
    Multi<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Iterable<TokenRevokeRequest> requests);
}
