package io.quarkiverse.authlete;

import java.util.stream.Stream;

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

/**
 * The token operations of one Authlete service, blocking. Inject it as it is for the default service, or with
 * {@link AuthleteServiceName} for a named one. Safe for use by many threads. It is not for implementing, as later versions add
 * methods: tests mock it, with Mockito for example.
 * <p>
 * To be called from worker threads and virtual threads. On an event loop every method throws
 * {@link IllegalStateException}: use {@link ReactiveTokenOperations} there.
 * <p>
 * Every method throws {@link io.quarkiverse.authlete.error.AuthleteException} or a subclass if the call fails. A request that
 * is
 * refused before it is sent, {@code null} for example, is an
 * {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException}. Methods without {@link RequestOptions} call with
 * {@link RequestOptions#none()}.
 */
public interface TokenOperations {

    /** @see #list(TokenListRequest, RequestOptions) */
    default TokenListResponse list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /**
     * Lists access tokens, page by page: {@code GET /api/{serviceId}/auth/token/get/list}. The list holds hashes, never token
     * values. The service returns at most 20 tokens at once, and refuses to return more ({@code A159205}).
     *
     * @param options what is different for this call
     * @return the page
     */
    TokenListResponse list(TokenListRequest request, RequestOptions options);

    /** @see #stream(TokenListRequest, RequestOptions) */
    default Stream<AccessToken> stream(TokenListRequest request) {
        return stream(request, RequestOptions.none());
    }

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
     * the pages get smaller: 20, then half of it. Each page is a call of its own, with its own time limits and retries.
     * <p>
     * Nothing is called before the stream is used. A page that fails throws its exception after the tokens read before. Close a
     * stream that is not read to its end: that ends the call in flight.
     *
     * @param options what is different for each of the calls
     */
    Stream<AccessToken> stream(TokenListRequest request, RequestOptions options);

    /** @see #create(TokenCreateRequest, RequestOptions) */
    default TokenCreateResponse create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    /**
     * Creates an access token: {@code POST /api/{serviceId}/auth/token/create}. If its outcome is unknown, it is not retried,
     * unless it is to happen {@linkplain RequestOptions#exactlyOnce() exactly once}.
     *
     * @param options what is different for this call
     * @return the token; it was issued, or the call fails
     */
    TokenCreateResponse create(TokenCreateRequest request, RequestOptions options);

    /** @see #createBatch(TokenBatchRequest, RequestOptions) */
    default TokenBatchResponse createBatch(TokenBatchRequest request) {
        return createBatch(request, RequestOptions.none());
    }

    /**
     * Creates many access tokens with one request: {@code POST /api/{serviceId}/auth/token/create/batch}. The server takes the
     * batch and works on it later: use {@link #awaitBatch(String)} to learn what has become of it. The call is not retried
     * if its outcome is unknown, as the batch may have been taken.
     *
     * @param request what to create, or a dry run. Every request is checked like that of {@link #create(TokenCreateRequest)},
     *        and must have an {@code accessToken}; a mistake is told with its index.
     * @param options what is different for this call
     * @return the ID of the batch; the server has taken it, or the call fails
     */
    TokenBatchResponse createBatch(TokenBatchRequest request, RequestOptions options);

    /** @see #batchStatus(String, RequestOptions) */
    default TokenBatchStatus batchStatus(String requestId) {
        return batchStatus(requestId, RequestOptions.none());
    }

    /**
     * Asks how far a batch has come: {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
     *
     * @param requestId the ID of the batch
     * @param options what is different for this call
     * @return its status, which may tell that it has failed
     */
    TokenBatchStatus batchStatus(String requestId, RequestOptions options);

    /**
     * Waits by {@link PollingPolicy#defaults()}, for up to 5 minutes.
     *
     * @see #awaitBatch(String, PollingPolicy, RequestOptions)
     */
    default TokenBatchStatus awaitBatch(String requestId) {
        return awaitBatch(requestId, PollingPolicy.defaults());
    }

    /** @see #awaitBatch(String, PollingPolicy, RequestOptions) */
    default TokenBatchStatus awaitBatch(String requestId, PollingPolicy policy) {
        return awaitBatch(requestId, policy, RequestOptions.none());
    }

    /**
     * Waits until a batch has succeeded: polls {@link #batchStatus(String)}. A poll that fails for a reason that may pass (no
     * connection, no answer in time, 429, 5xx, circuit breaker open) does not end the waiting, one that is refused (an unknown
     * batch: 404) does. A result that this version does not know does not end it either.
     * <p>
     * Fails with {@link io.quarkiverse.authlete.error.AuthleteBatchFailedException} if the batch has failed, which may have
     * created some of its tokens before, and with {@link io.quarkiverse.authlete.error.AuthleteBatchTimeoutException}, which
     * has the ID of the batch, if it has not ended in time. Interrupting the thread ends the waiting.
     *
     * @param requestId the ID of the batch
     * @param policy how often to poll, and for how long
     * @param options what is different for each poll; its timeout limits one poll
     * @return its status, a success
     */
    TokenBatchStatus awaitBatch(String requestId, PollingPolicy policy, RequestOptions options);

    /** @see #update(TokenUpdateRequest, RequestOptions) */
    default TokenUpdateResponse update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    /**
     * Updates an access token: {@code POST /api/{serviceId}/auth/token/update}.
     *
     * @param options what is different for this call
     * @return the token as it is now; it was updated, or the call fails
     */
    TokenUpdateResponse update(TokenUpdateRequest request, RequestOptions options);

    /** @see #delete(String, RequestOptions) */
    default void delete(String accessTokenIdentifier) {
        delete(accessTokenIdentifier, RequestOptions.none());
    }

    /**
     * Deletes an access token and its refresh token:
     * {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}. A token that is not there is a failure, with
     * the result code {@code A161202} or HTTP status 404, unless an earlier attempt of this call may have deleted it.
     *
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @param options what is different for this call
     */
    void delete(String accessTokenIdentifier, RequestOptions options);

    /** @see #revoke(TokenRevokeRequest, RequestOptions) */
    default TokenRevokeResponse revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    /**
     * Revokes access tokens and their refresh tokens: {@code POST /api/{serviceId}/auth/token/revoke}.
     *
     * @param options what is different for this call
     * @return how many tokens were revoked
     */
    TokenRevokeResponse revoke(TokenRevokeRequest request, RequestOptions options);

    /** Revokes all access and refresh tokens of a user, with one call. */
    default TokenRevokeResponse revokeBySubject(String subject) {
        return revoke(TokenRevokeRequest.subject(subject));
    }

    /**
     * Revokes all access and refresh tokens of a client, with one call.
     *
     * @param clientIdentifier the ID or the alias of the client
     */
    default TokenRevokeResponse revokeByClient(String clientIdentifier) {
        return revoke(TokenRevokeRequest.client(clientIdentifier));
    }

    /** @see #bulk(BulkOptions) */
    default BulkTokenOperations bulk() {
        return bulk(BulkOptions.defaults());
    }

    /** @return the operations that change tokens, for many items */
    BulkTokenOperations bulk(BulkOptions options);
}
