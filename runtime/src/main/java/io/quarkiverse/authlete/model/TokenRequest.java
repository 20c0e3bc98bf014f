package io.quarkiverse.authlete.model;

import java.util.Set;

/**
 * A request to one of the token operations.
 *
 * @since 1.0.0
 */
public sealed interface TokenRequest
        permits TokenListRequest, TokenCreateRequest, TokenBatchRequest, TokenUpdateRequest, TokenRevokeRequest {

    /**
     * What must not appear in a log or a message; it is no part of the request's JSON.
     *
     * @return the token values in this request, the identifiers that may be token values, and the session ID
     */
    Set<String> secrets();
}
