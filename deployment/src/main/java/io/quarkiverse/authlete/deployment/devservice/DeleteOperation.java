package io.quarkiverse.authlete.deployment.devservice;

/** Deletes an access token, named by its value or its hash, together with its refresh token. */
final class DeleteOperation implements ApiOperation {

    private final TokenStore tokens;

    DeleteOperation(TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        if (call.identifier().isEmpty()) {
            throw RefusedException.http(400, ResultCode.DELETE_IDENTIFIER_MISSING, "The access token identifier is missing.");
        }
        if (!tokens.remove(new TokenKey(TokenKey.Kind.ACCESS_TOKEN_IDENTIFIER, call.identifier()))) {
            throw RefusedException.http(404, ResultCode.DELETE_TOKEN_UNKNOWN, "There is no such access token.");
        }
        return ApiResponse.noContent();
    }
}
