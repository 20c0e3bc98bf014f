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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The token operations of one Authlete service, for event loops and reactive code. Inject it as it is for the default
 * service, or with {@link AuthleteServiceName} for a named one. Safe for use by many threads.
 * <p>
 * The call is made when the {@link Uni} is subscribed to; subscribing twice makes two calls. Methods throw only for
 * programming errors, such as options that are {@code null}. A {@code Uni} fails with
 * {@link io.quarkiverse.authlete.error.AuthleteException} or a subclass if the call fails, with
 * {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException} if the request was refused before it was sent.
 */
public interface ReactiveTokenOperations {

    /**
     * Lists access tokens, page by page: {@code GET /api/{serviceId}/auth/token/get/list}. The list holds hashes, never token
     * values. The service returns at most 20 tokens at once, and refuses to return more ({@code A159205}).
     *
     * @param request which tokens to list
     * @return the page
     */
    default Uni<TokenListResponse> list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /**
     * Lists access tokens, page by page: {@code GET /api/{serviceId}/auth/token/get/list}. The list holds hashes, never token
     * values. The service returns at most 20 tokens at once, and refuses to return more ({@code A159205}).
     *
     * @param request which tokens to list
     * @param options what is different for this call
     * @return the page
     */
    Uni<TokenListResponse> list(TokenListRequest request, RequestOptions options);

    /**
     * Reads all tokens that match, page by page, however many there are. The next page is read while you use the current one,
     * no more than that one.
     * <p>
     * Tokens may be created and deleted meanwhile, by you too. A token that exists from beginning to end is reported exactly
     * once, whatever order the server has them in, as long as it keeps the order; one that exists for a part of the time is
     * reported once or not at all. A token whose value is replaced counts as another token. What is remembered for this are
     * the last 1000 tokens, or two pages if that is more: if every one of them is deleted between two pages, the stream
     * fails rather than leaving tokens out.
     * <p>
     * In the request, {@code start} is the index to begin at. {@code end} is not the end of the stream: {@code end - start}
     * is the size of a page, at least 2; without an {@code end}, 20. If the server refuses to return so many tokens at once,
     * the pages get smaller: 20, then half of it. Each page is a call of its own, to which the time limits, the repeats and
     * the options apply.
     * <p>
     * Items come as they are requested. A page that fails, ends the stream with its failure, after the tokens read before.
     * Cancelling ends the call under way.
     *
     * @param request which tokens to read
     * @return the tokens; each subscription reads them anew
     */
    default Multi<AccessToken> stream(TokenListRequest request) {
        return stream(request, RequestOptions.none());
    }

    /**
     * Reads all tokens that match, like {@link #stream(TokenListRequest)}.
     *
     * @param request which tokens to read
     * @param options what is different for each of the calls
     * @return the tokens; each subscription reads them anew
     */
    Multi<AccessToken> stream(TokenListRequest request, RequestOptions options);

    /**
     * Creates an access token: {@code POST /api/{serviceId}/auth/token/create}.
     *
     * @param request what to create
     * @return the token; it was issued, or the call fails
     */
    default Uni<TokenCreateResponse> create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    /**
     * Creates an access token: {@code POST /api/{serviceId}/auth/token/create}.
     *
     * @param request what to create
     * @param options what is different for this call
     * @return the token; it was issued, or the call fails
     */
    Uni<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options);

    /**
     * Creates many access tokens with one request: {@code POST /api/{serviceId}/auth/token/create/batch}. The server takes the
     * batch and works on it later: use {@link #awaitBatch(String)} to learn what has become of it. The call is not repeated
     * if its outcome is unknown, as the batch may have been taken.
     *
     * @param request what to create, or a dry run. Every request is checked like that of {@link #create(TokenCreateRequest)},
     *        and must have an {@code accessToken}; a mistake is told with its index.
     * @return the ID of the batch; the server has taken it, or the call fails
     */
    default Uni<TokenBatchResponse> createBatch(TokenBatchRequest request) {
        return createBatch(request, RequestOptions.none());
    }

    /**
     * Creates many access tokens with one request: {@code POST /api/{serviceId}/auth/token/create/batch}. The server takes the
     * batch and works on it later: use {@link #awaitBatch(String)} to learn what has become of it. The call is not repeated
     * if its outcome is unknown, as the batch may have been taken.
     *
     * @param request what to create, or a dry run. Every request is checked like that of {@link #create(TokenCreateRequest)},
     *        and must have an {@code accessToken}; a mistake is told with its index.
     * @param options what is different for this call
     * @return the ID of the batch; the server has taken it, or the call fails
     */
    Uni<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options);

    /**
     * Asks how far a batch has come: {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
     *
     * @param requestId the ID of the batch
     * @return its status, which may tell that it has failed
     */
    default Uni<TokenBatchStatus> batchStatus(String requestId) {
        return batchStatus(requestId, RequestOptions.none());
    }

    /**
     * Asks how far a batch has come: {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
     *
     * @param requestId the ID of the batch
     * @param options what is different for this call
     * @return its status, which may tell that it has failed
     */
    Uni<TokenBatchStatus> batchStatus(String requestId, RequestOptions options);

    /**
     * Waits until a batch has succeeded, for up to 5 minutes: see
     * {@link #awaitBatch(String, PollingPolicy, RequestOptions)}.
     *
     * @param requestId the ID of the batch
     * @return its status, a success
     */
    default Uni<TokenBatchStatus> awaitBatch(String requestId) {
        return awaitBatch(requestId, PollingPolicy.defaults());
    }

    /**
     * Waits until a batch has succeeded: see {@link #awaitBatch(String, PollingPolicy, RequestOptions)}.
     *
     * @param requestId the ID of the batch
     * @param policy how often to ask, and for how long
     * @return its status, a success
     */
    default Uni<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy) {
        return awaitBatch(requestId, policy, RequestOptions.none());
    }

    /**
     * Waits until a batch has succeeded, by asking for its status again and again:
     * {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}. A question that fails for a reason that may
     * pass (no connection, no answer in time, 429, 5xx, circuit breaker open) does not end the waiting, one that is refused
     * (an unknown batch: 404) does. A result that this version does not know does not end it either.
     * <p>
     * Fails with {@link io.quarkiverse.authlete.error.AuthleteBatchFailedException} if the batch has failed, which may have
     * created some of its tokens before, and {@link io.quarkiverse.authlete.error.AuthleteBatchTimeoutException}, which has the
     * ID of the batch, if it has not ended in time. Cancelling the subscription ends the waiting.
     *
     * @param requestId the ID of the batch
     * @param policy how often to ask, and for how long
     * @param options what is different for each question; its timeout limits one question
     * @return its status, a success
     */
    Uni<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options);

    /**
     * Updates an access token: {@code POST /api/{serviceId}/auth/token/update}.
     *
     * @param request which token to update, and what
     * @return the token as it is now; it was updated, or the call fails
     */
    default Uni<TokenUpdateResponse> update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    /**
     * Updates an access token: {@code POST /api/{serviceId}/auth/token/update}.
     *
     * @param request which token to update, and what
     * @param options what is different for this call
     * @return the token as it is now; it was updated, or the call fails
     */
    Uni<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options);

    /**
     * Deletes an access token and its refresh token:
     * {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}. A token that is not there is a failure, with
     * the result code {@code A161202} or HTTP status 404, unless an earlier attempt of this call may have deleted it.
     *
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @return completes when the token is deleted
     */
    default Uni<Void> delete(String accessTokenIdentifier) {
        return delete(accessTokenIdentifier, RequestOptions.none());
    }

    /**
     * Deletes an access token and its refresh token:
     * {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}. A token that is not there is a failure, with
     * the result code {@code A161202} or HTTP status 404, unless an earlier attempt of this call may have deleted it.
     *
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @param options what is different for this call
     * @return completes when the token is deleted
     */
    Uni<Void> delete(String accessTokenIdentifier, RequestOptions options);

    /**
     * Revokes access tokens and their refresh tokens: {@code POST /api/{serviceId}/auth/token/revoke}.
     *
     * @param request which tokens to revoke
     * @return how many tokens were revoked
     */
    default Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    /**
     * Revokes access tokens and their refresh tokens: {@code POST /api/{serviceId}/auth/token/revoke}.
     *
     * @param request which tokens to revoke
     * @param options what is different for this call
     * @return how many tokens were revoked
     */
    Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options);

    /**
     * Revokes all access and refresh tokens of a user, with one call: {@link #revoke(TokenRevokeRequest)}.
     *
     * @param subject the user
     * @return how many tokens were revoked
     */
    default Uni<TokenRevokeResponse> revokeBySubject(String subject) {
        return revoke(TokenRevokeRequest.subject(subject));
    }

    /**
     * Revokes all access and refresh tokens of a client, with one call: {@link #revoke(TokenRevokeRequest)}.
     *
     * @param clientIdentifier the ID or the alias of the client
     * @return how many tokens were revoked
     */
    default Uni<TokenRevokeResponse> revokeByClient(String clientIdentifier) {
        return revoke(TokenRevokeRequest.client(clientIdentifier));
    }

    /**
     * The operations that change tokens, for many items.
     *
     * @return the operations
     */
    default ReactiveBulkTokenOperations bulk() {
        return bulk(BulkOptions.defaults());
    }

    /**
     * The operations that change tokens, for many items.
     *
     * @param options how the runs are made
     * @return the operations
     */
    ReactiveBulkTokenOperations bulk(BulkOptions options);
}
