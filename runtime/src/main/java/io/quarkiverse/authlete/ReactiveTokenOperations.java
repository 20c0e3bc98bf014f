package io.quarkiverse.authlete;

import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The token operations of one Authlete service, for event loops and reactive code. The documentation of
 * {@link TokenOperations} holds here too. Inject it as it is for the default service, or with {@link AuthleteServiceName} for a
 * named one. Safe for use by many threads. Do not implement it, as later versions add methods; mock it in tests, with Mockito
 * for example.
 * <p>
 * Subscribing to the {@link Uni} makes the call, subscribing twice makes two calls, and cancelling ends the call. The
 * {@code Uni} or {@link Multi} fails with what {@link TokenOperations} throws. The methods themselves only throw
 * {@link io.quarkus.arc.InactiveBeanException}, if the service is not configured.
 *
 * @since 1.0.0
 */
public interface ReactiveTokenOperations {

    /** @see TokenOperations#list(TokenListRequest, RequestOptions) */
    @CheckReturnValue
    default Uni<TokenListResponse> list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /** @see TokenOperations#list(TokenListRequest, RequestOptions) */
    @CheckReturnValue
    Uni<TokenListResponse> list(TokenListRequest request, RequestOptions options);

    /** @see TokenOperations#stream(TokenListRequest, RequestOptions) */
    @CheckReturnValue
    default Multi<AccessToken> stream(TokenListRequest request) {
        return stream(request, RequestOptions.none());
    }

    /**
     * Reads all tokens that match, as {@link TokenOperations#stream(TokenListRequest, RequestOptions)} does, with backpressure.
     * Each subscription reads them anew.
     */
    @CheckReturnValue
    Multi<AccessToken> stream(TokenListRequest request, RequestOptions options);

    /** @see TokenOperations#create(TokenCreateRequest, RequestOptions) */
    @CheckReturnValue
    default Uni<TokenCreateResponse> create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    /** @see TokenOperations#create(TokenCreateRequest, RequestOptions) */
    @CheckReturnValue
    Uni<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options);

    /** @see TokenOperations#createBatch(TokenBatchRequest, RequestOptions) */
    @CheckReturnValue
    default Uni<TokenBatchResponse> createBatch(TokenBatchRequest request) {
        return createBatch(request, RequestOptions.none());
    }

    /** @see TokenOperations#createBatch(TokenBatchRequest, RequestOptions) */
    @CheckReturnValue
    Uni<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options);

    /** @see TokenOperations#batchStatus(String, RequestOptions) */
    @CheckReturnValue
    default Uni<TokenBatchStatus> batchStatus(String requestId) {
        return batchStatus(requestId, RequestOptions.none());
    }

    /** @see TokenOperations#batchStatus(String, RequestOptions) */
    @CheckReturnValue
    Uni<TokenBatchStatus> batchStatus(String requestId, RequestOptions options);

    /** @see TokenOperations#awaitBatch(String) */
    @CheckReturnValue
    default Uni<TokenBatchStatus> awaitBatch(String requestId) {
        return awaitBatch(requestId, PollingPolicy.defaults());
    }

    /** @see TokenOperations#awaitBatch(String, PollingPolicy) */
    @CheckReturnValue
    default Uni<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy) {
        return awaitBatch(requestId, policy, RequestOptions.none());
    }

    /** @see TokenOperations#awaitBatch(String, PollingPolicy, RequestOptions) */
    @CheckReturnValue
    Uni<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options);

    /** @see TokenOperations#update(TokenUpdateRequest, RequestOptions) */
    @CheckReturnValue
    default Uni<TokenUpdateResponse> update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    /** @see TokenOperations#update(TokenUpdateRequest, RequestOptions) */
    @CheckReturnValue
    Uni<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options);

    /** @see TokenOperations#delete(String, RequestOptions) */
    @CheckReturnValue
    default Uni<Void> delete(String accessTokenIdentifier) {
        return delete(accessTokenIdentifier, RequestOptions.none());
    }

    /** @see TokenOperations#delete(String, RequestOptions) */
    @CheckReturnValue
    Uni<Void> delete(String accessTokenIdentifier, RequestOptions options);

    /** @see TokenOperations#revoke(TokenRevokeRequest, RequestOptions) */
    @CheckReturnValue
    default Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    /** @see TokenOperations#revoke(TokenRevokeRequest, RequestOptions) */
    @CheckReturnValue
    Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options);

    /** @see TokenOperations#revokeBySubject(String) */
    @CheckReturnValue
    default Uni<TokenRevokeResponse> revokeBySubject(String subject) {
        return revoke(TokenRevokeRequest.subject(subject));
    }

    /** @see TokenOperations#revokeByClient(String) */
    @CheckReturnValue
    default Uni<TokenRevokeResponse> revokeByClient(String clientIdentifier) {
        return revoke(TokenRevokeRequest.client(clientIdentifier));
    }

    /** @see TokenOperations#bulk(BulkOptions) */
    default ReactiveBulkTokenOperations bulk() {
        return bulk(BulkOptions.defaults());
    }

    /** @see TokenOperations#bulk(BulkOptions) */
    ReactiveBulkTokenOperations bulk(BulkOptions options);
}
