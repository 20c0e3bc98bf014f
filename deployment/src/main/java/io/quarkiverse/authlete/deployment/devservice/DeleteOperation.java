package io.quarkiverse.authlete.deployment.devservice;

import java.util.function.Predicate;

/** Deletes an access token together with its refresh token; named by the value or the hash of either. */
final class DeleteOperation implements ApiOperation {

    private final TokenStore tokens;
    private final Predicate<TokenKey> elsewhere;

    /** @param elsewhere whether the token is one of another service */
    DeleteOperation(TokenStore tokens, Predicate<TokenKey> elsewhere) {
        this.tokens = tokens;
        this.elsewhere = elsewhere;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        if (call.identifier().isEmpty()) {
            throw RefusedException.http(400, ResultCode.DELETE_TOKEN_MISSING, "The identifier of the token is missing.");
        }
        TokenKey key = new TokenKey(TokenKey.Kind.IDENTIFIER, call.identifier());
        if (tokens.remove(key)) {
            return ApiResponse.noContent();
        }
        throw elsewhere.test(key)
                ? RefusedException.http(403, ResultCode.DELETE_TOKEN_FOREIGN, "The token belongs to another service.")
                : RefusedException.http(404, ResultCode.DELETE_TOKEN_UNKNOWN, "There is no such token.");
    }
}
