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
 * {@link AuthleteServiceName} for a named one. Safe for use by many threads. Do not implement it, as later versions add
 * methods; mock it in tests, with Mockito for example.
 * <p>
 * Call it on worker threads and virtual threads. On an event loop every method throws {@link IllegalStateException}: use
 * {@link ReactiveTokenOperations} there.
 * <p>
 * If a call fails, the method throws {@link io.quarkiverse.authlete.error.AuthleteException} or a subclass, and
 * {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException} for a request that the client refuses to send, such as
 * {@code null}. Methods without {@link RequestOptions} use {@link RequestOptions#none()}.
 *
 * @since 1.0.0
 */
public interface TokenOperations {

    /** @see #list(TokenListRequest, RequestOptions) */
    default TokenListResponse list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /**
     * Lists access tokens, page by page: {@code GET /api/{serviceId}/auth/token/get/list}. The list holds hashes, never token
     * values. The service returns at most 20 tokens per call, and refuses a wider range ({@code A159205}).
     *
     * @param options options of this call
     * @return the page
     */
    TokenListResponse list(TokenListRequest request, RequestOptions options);

    /** @see #stream(TokenListRequest, RequestOptions) */
    default Stream<AccessToken> stream(TokenListRequest request) {
        return stream(request, RequestOptions.none());
    }

    /**
     * Reads all tokens that match, page by page. The stream reads at most one page ahead.
     * <p>
     * You and others may create and delete tokens meanwhile. The stream returns a token that exists from beginning to end
     * exactly once, in any order that the server keeps, and one that exists for a part of the time once or not at all. A token
     * whose value is replaced counts as another token. The stream remembers the last 1000 tokens for this, or two pages if that
     * is more. If all of them are deleted between two pages, the stream fails, so that it leaves out no token.
     * <p>
     * In the request, {@code start} is the index to begin at. {@code end} is not the end of the stream: {@code end - start} is
     * the page size, at least 2; 20 without an {@code end}. If the server refuses this size, the pages get smaller: 20, then
     * half of it. Each page is a call of its own, with its own time limits and retries.
     * <p>
     * Nothing is sent before you use the stream. If a page fails, the stream throws its exception after the tokens before it.
     * Close a stream that you do not read to its end: that ends the call in flight.
     *
     * @param options options of each call
     */
    Stream<AccessToken> stream(TokenListRequest request, RequestOptions options);

    /** @see #create(TokenCreateRequest, RequestOptions) */
    default TokenCreateResponse create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    /**
     * Creates an access token: {@code POST /api/{serviceId}/auth/token/create}. If its outcome is unknown, the client does not
     * retry it, unless it is to happen {@linkplain RequestOptions#exactlyOnce() exactly once}.
     *
     * @param options options of this call
     * @return the token, which was issued
     */
    TokenCreateResponse create(TokenCreateRequest request, RequestOptions options);

    /** @see #createBatch(TokenBatchRequest, RequestOptions) */
    default TokenBatchResponse createBatch(TokenBatchRequest request) {
        return createBatch(request, RequestOptions.none());
    }

    /**
     * Creates many access tokens with one request: {@code POST /api/{serviceId}/auth/token/create/batch}. The server accepts
     * the batch and works on it later: use {@link #awaitBatch(String)} to learn its result. If the outcome of the call is
     * unknown, the client does not retry it, as the server may have accepted the batch.
     *
     * @param request what to create, or a dry run. The client checks each request like that of
     *        {@link #create(TokenCreateRequest)}; it must have an {@code accessToken}. The exception names the index of a wrong
     *        one.
     * @param options options of this call
     * @return the ID of the batch, which the server has accepted
     */
    TokenBatchResponse createBatch(TokenBatchRequest request, RequestOptions options);

    /** @see #batchStatus(String, RequestOptions) */
    default TokenBatchStatus batchStatus(String requestId) {
        return batchStatus(requestId, RequestOptions.none());
    }

    /**
     * Reads the status of a batch: {@code GET /api/{serviceId}/auth/token/create/batch/status/{requestId}}.
     *
     * @param requestId the ID of the batch
     * @param options options of this call
     * @return its status, which may be a failure
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
     * Polls {@link #batchStatus(String)} until the batch has succeeded. Transient failures of a poll do not end the wait: no
     * connection, no answer in time, 429, 500, 502, 503, 504, circuit breaker open. Nor does a result that this version does
     * not know. A refused poll ends it, such as 404 for an unknown batch.
     * <p>
     * Fails with {@link io.quarkiverse.authlete.error.AuthleteBatchFailedException} if the batch has failed, when some of its
     * tokens may exist, and with {@link io.quarkiverse.authlete.error.AuthleteBatchTimeoutException}, which has the ID of the
     * batch, if it has not ended in time. Interrupting the thread ends the wait.
     *
     * @param requestId the ID of the batch
     * @param policy how often to poll, and for how long
     * @param options options of each poll; their timeout limits one poll
     * @return the status of a batch that has succeeded
     */
    TokenBatchStatus awaitBatch(String requestId, PollingPolicy policy, RequestOptions options);

    /** @see #update(TokenUpdateRequest, RequestOptions) */
    default TokenUpdateResponse update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    /**
     * Updates an access token: {@code POST /api/{serviceId}/auth/token/update}.
     *
     * @param options options of this call
     * @return the token after the update
     */
    TokenUpdateResponse update(TokenUpdateRequest request, RequestOptions options);

    /** @see #delete(String, RequestOptions) */
    default void delete(String accessTokenIdentifier) {
        delete(accessTokenIdentifier, RequestOptions.none());
    }

    /**
     * Deletes an access token and its refresh token:
     * {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}. If there is no such token, the call fails with
     * the result code {@code A161202} or HTTP status 404, unless an earlier attempt of this call may have deleted it.
     *
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @param options options of this call
     */
    void delete(String accessTokenIdentifier, RequestOptions options);

    /** @see #revoke(TokenRevokeRequest, RequestOptions) */
    default TokenRevokeResponse revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    /**
     * Revokes access tokens and their refresh tokens: {@code POST /api/{serviceId}/auth/token/revoke}.
     *
     * @param options options of this call
     * @return the number of revoked tokens
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

    /** @return operations for many tokens at a time */
    BulkTokenOperations bulk(BulkOptions options);
}
