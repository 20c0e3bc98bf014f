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
 * The token operations of one Authlete service, for event loops and reactive code. Inject it as it is for the default
 * service, or with {@link AuthleteServiceName} for a named one. Safe for use by many threads.
 * <p>
 * The call is made when the {@link Uni} is subscribed to; subscribing twice makes two calls. No method throws; a
 * {@code Uni} fails with {@link io.quarkiverse.authlete.error.AuthleteException} or a subclass if the call fails, with
 * {@link io.quarkiverse.authlete.error.AuthleteInvalidRequestException} if the request was refused before it was sent.
 */
public interface ReactiveTokenOperations {

    /**
     * Lists access tokens, page by page: {@code GET /api/{serviceId}/auth/token/get/list}. The list holds hashes, never token
     * values.
     *
     * @param request which tokens to list
     * @return the page
     */
    default Uni<TokenListResponse> list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    /**
     * Lists access tokens, page by page: {@code GET /api/{serviceId}/auth/token/get/list}. The list holds hashes, never token
     * values.
     *
     * @param request which tokens to list
     * @param options what is different for this call
     * @return the page
     */
    Uni<TokenListResponse> list(TokenListRequest request, RequestOptions options);

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
     * Deletes an access token: {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}.
     *
     * @param accessTokenIdentifier the value of the token or its hash
     * @return completes when the token is deleted
     */
    default Uni<Void> delete(String accessTokenIdentifier) {
        return delete(accessTokenIdentifier, RequestOptions.none());
    }

    /**
     * Deletes an access token: {@code DELETE /api/{serviceId}/auth/token/delete/{accessTokenIdentifier}}.
     *
     * @param accessTokenIdentifier the value of the token or its hash
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
     * The same operations, returning a failure in place of throwing it.
     *
     * @return the operations
     */
    ReactiveTokenResultOperations attempt();
}
