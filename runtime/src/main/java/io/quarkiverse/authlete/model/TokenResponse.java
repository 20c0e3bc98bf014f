package io.quarkiverse.authlete.model;

/** An answer of one of the token operations. */
public sealed interface TokenResponse
        permits TokenListResponse, TokenCreateResponse, TokenBatchResponse, TokenBatchStatusResponse, TokenUpdateResponse,
        TokenRevokeResponse {

    /** @return Authlete's result code, such as {@code A109001}; {@code null} if the answer has none, as lists never have */
    String resultCode();
}
