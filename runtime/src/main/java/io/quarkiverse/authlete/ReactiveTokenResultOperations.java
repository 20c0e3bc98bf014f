package io.quarkiverse.authlete;

import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.mutiny.Uni;

/**
 * The operations of {@link ReactiveTokenOperations} as calls that return a failure and never fail.
 */
public interface ReactiveTokenResultOperations {

    /**
     * Lists access tokens, see {@link ReactiveTokenOperations#list(TokenListRequest)}.
     *
     * @param request which tokens to list
     * @return the page, or the failure
     */
    default Uni<TokenResult<TokenListResponse>> list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /**
     * Lists access tokens, see {@link ReactiveTokenOperations#list(TokenListRequest, RequestOptions)}.
     *
     * @param request which tokens to list
     * @param options what is different for this call
     * @return the page, or the failure
     */
    Uni<TokenResult<TokenListResponse>> list(TokenListRequest request, RequestOptions options);

    /**
     * Creates an access token, see {@link ReactiveTokenOperations#create(TokenCreateRequest)}.
     *
     * @param request what to create
     * @return the token, or the failure
     */
    default Uni<TokenResult<TokenCreateResponse>> create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    /**
     * Creates an access token, see {@link ReactiveTokenOperations#create(TokenCreateRequest, RequestOptions)}.
     *
     * @param request what to create
     * @param options what is different for this call
     * @return the token, or the failure
     */
    Uni<TokenResult<TokenCreateResponse>> create(TokenCreateRequest request, RequestOptions options);

    /**
     * Updates an access token, see {@link ReactiveTokenOperations#update(TokenUpdateRequest)}.
     *
     * @param request which token to update, and what
     * @return the token as it is now, or the failure
     */
    default Uni<TokenResult<TokenUpdateResponse>> update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    /**
     * Updates an access token, see {@link ReactiveTokenOperations#update(TokenUpdateRequest, RequestOptions)}.
     *
     * @param request which token to update, and what
     * @param options what is different for this call
     * @return the token as it is now, or the failure
     */
    Uni<TokenResult<TokenUpdateResponse>> update(TokenUpdateRequest request, RequestOptions options);

    /**
     * Deletes an access token, see {@link ReactiveTokenOperations#delete(String)}.
     *
     * @param accessTokenIdentifier the value of the token or its hash
     * @return nothing, or the failure
     */
    default Uni<TokenResult<Void>> delete(String accessTokenIdentifier) {
        return delete(accessTokenIdentifier, RequestOptions.none());
    }

    /**
     * Deletes an access token, see {@link ReactiveTokenOperations#delete(String, RequestOptions)}.
     *
     * @param accessTokenIdentifier the value of the token or its hash
     * @param options what is different for this call
     * @return nothing, or the failure
     */
    Uni<TokenResult<Void>> delete(String accessTokenIdentifier, RequestOptions options);

    /**
     * Revokes access tokens and their refresh tokens, see {@link ReactiveTokenOperations#revoke(TokenRevokeRequest)}.
     *
     * @param request which tokens to revoke
     * @return how many tokens were revoked, or the failure
     */
    default Uni<TokenResult<TokenRevokeResponse>> revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    /**
     * Revokes access tokens and their refresh tokens, see
     * {@link ReactiveTokenOperations#revoke(TokenRevokeRequest, RequestOptions)}.
     *
     * @param request which tokens to revoke
     * @param options what is different for this call
     * @return how many tokens were revoked, or the failure
     */
    Uni<TokenResult<TokenRevokeResponse>> revoke(TokenRevokeRequest request, RequestOptions options);
}
