package io.quarkiverse.authlete.model;

/** An answer of one of the token operations. */
public sealed interface TokenResponse
        permits TokenListResponse, TokenCreateResponse, TokenUpdateResponse, TokenRevokeResponse {
}
