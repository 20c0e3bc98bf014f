package io.quarkiverse.authlete.model;

import org.jspecify.annotations.Nullable;

/**
 * An answer of one of the token operations.
 *
 * @since 1.0.0
 */
public sealed interface TokenResponse
        permits TokenListResponse, TokenCreateResponse, TokenBatchResponse, TokenBatchStatusResponse, TokenUpdateResponse,
        TokenRevokeResponse {

    /** @return Authlete's result code, such as {@code A109001} */
    default @Nullable String resultCode() {
        return null;
    }
}
