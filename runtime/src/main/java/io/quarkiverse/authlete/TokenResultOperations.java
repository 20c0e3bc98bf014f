package io.quarkiverse.authlete;

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
 * The operations of {@link TokenOperations} as calls that return a failure and never throw it.
 */
public interface TokenResultOperations {

    /**
     * Lists access tokens, see {@link TokenOperations#list(TokenListRequest)}.
     *
     * @param request which tokens to list
     * @return the page, or the failure
     */
    default TokenResult<TokenListResponse> list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /**
     * Lists access tokens, see {@link TokenOperations#list(TokenListRequest, RequestOptions)}.
     *
     * @param request which tokens to list
     * @param options what is different for this call
     * @return the page, or the failure
     */
    TokenResult<TokenListResponse> list(TokenListRequest request, RequestOptions options);

    /**
     * Creates an access token, see {@link TokenOperations#create(TokenCreateRequest)}.
     *
     * @param request what to create
     * @return the token, or the failure
     */
    default TokenResult<TokenCreateResponse> create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    /**
     * Creates an access token, see {@link TokenOperations#create(TokenCreateRequest, RequestOptions)}.
     *
     * @param request what to create
     * @param options what is different for this call
     * @return the token, or the failure
     */
    TokenResult<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options);

    /**
     * Creates many access tokens with one request, see {@link TokenOperations#createBatch(TokenBatchRequest)}.
     *
     * @param request what to create, or a dry run
     * @return the ID of the batch, or the failure
     */
    default TokenResult<TokenBatchResponse> createBatch(TokenBatchRequest request) {
        return createBatch(request, RequestOptions.none());
    }

    /**
     * Creates many access tokens with one request, see
     * {@link TokenOperations#createBatch(TokenBatchRequest, RequestOptions)}.
     *
     * @param request what to create, or a dry run
     * @param options what is different for this call
     * @return the ID of the batch, or the failure
     */
    TokenResult<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options);

    /**
     * Asks how far a batch has come, see {@link TokenOperations#batchStatus(String)}.
     *
     * @param requestId the ID of the batch
     * @return its status, which may tell that it has failed; or why it is not known
     */
    default TokenResult<TokenBatchStatus> batchStatus(String requestId) {
        return batchStatus(requestId, RequestOptions.none());
    }

    /**
     * Asks how far a batch has come, see {@link TokenOperations#batchStatus(String, RequestOptions)}.
     *
     * @param requestId the ID of the batch
     * @param options what is different for this call
     * @return its status, which may tell that it has failed; or why it is not known
     */
    TokenResult<TokenBatchStatus> batchStatus(String requestId, RequestOptions options);

    /**
     * Waits until a batch has succeeded, see {@link TokenOperations#awaitBatch(String)}.
     *
     * @param requestId the ID of the batch
     * @return its status, a success; or the failure
     */
    default TokenResult<TokenBatchStatus> awaitBatch(String requestId) {
        return awaitBatch(requestId, PollingPolicy.defaults());
    }

    /**
     * Waits until a batch has succeeded, see {@link TokenOperations#awaitBatch(String, PollingPolicy)}.
     *
     * @param requestId the ID of the batch
     * @param policy how often to ask, and for how long
     * @return its status, a success; or the failure
     */
    default TokenResult<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy) {
        return awaitBatch(requestId, policy, RequestOptions.none());
    }

    /**
     * Waits until a batch has succeeded, see
     * {@link TokenOperations#awaitBatch(String, PollingPolicy, RequestOptions)}.
     *
     * @param requestId the ID of the batch
     * @param policy how often to ask, and for how long
     * @param options what is different for each question; its timeout limits one question
     * @return its status, a success; or the failure
     */
    TokenResult<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options);

    /**
     * Updates an access token, see {@link TokenOperations#update(TokenUpdateRequest)}.
     *
     * @param request which token to update, and what
     * @return the token as it is now, or the failure
     */
    default TokenResult<TokenUpdateResponse> update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    /**
     * Updates an access token, see {@link TokenOperations#update(TokenUpdateRequest, RequestOptions)}.
     *
     * @param request which token to update, and what
     * @param options what is different for this call
     * @return the token as it is now, or the failure
     */
    TokenResult<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options);

    /**
     * Deletes an access token, see {@link TokenOperations#delete(String)}.
     *
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @return nothing, or the failure
     */
    default TokenResult<Void> delete(String accessTokenIdentifier) {
        return delete(accessTokenIdentifier, RequestOptions.none());
    }

    /**
     * Deletes an access token, see {@link TokenOperations#delete(String, RequestOptions)}.
     *
     * @param accessTokenIdentifier an access token, a refresh token, or the hash of either
     * @param options what is different for this call
     * @return nothing, or the failure
     */
    TokenResult<Void> delete(String accessTokenIdentifier, RequestOptions options);

    /**
     * Revokes access tokens and their refresh tokens, see {@link TokenOperations#revoke(TokenRevokeRequest)}.
     *
     * @param request which tokens to revoke
     * @return how many tokens were revoked, or the failure
     */
    default TokenResult<TokenRevokeResponse> revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    /**
     * Revokes access tokens and their refresh tokens, see {@link TokenOperations#revoke(TokenRevokeRequest, RequestOptions)}.
     *
     * @param request which tokens to revoke
     * @param options what is different for this call
     * @return how many tokens were revoked, or the failure
     */
    TokenResult<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options);

    /**
     * Revokes all access and refresh tokens of a user, with one call: {@link #revoke(TokenRevokeRequest)}.
     *
     * @param subject the user
     * @return how many tokens were revoked, or the failure
     */
    default TokenResult<TokenRevokeResponse> revokeBySubject(String subject) {
        return revoke(TokenRevokeRequest.subject(subject));
    }

    /**
     * Revokes all access and refresh tokens of a client, with one call: {@link #revoke(TokenRevokeRequest)}.
     *
     * @param clientIdentifier the ID or the alias of the client
     * @return how many tokens were revoked, or the failure
     */
    default TokenResult<TokenRevokeResponse> revokeByClient(String clientIdentifier) {
        return revoke(TokenRevokeRequest.client(clientIdentifier));
    }
}
