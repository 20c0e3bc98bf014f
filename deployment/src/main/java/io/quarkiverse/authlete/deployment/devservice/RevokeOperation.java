package io.quarkiverse.authlete.deployment.devservice;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Revokes the tokens that the first given parameter names, expired ones included; a revoked token is gone. Where there is
 * nothing to revoke the count is 0, whatever was named: as in RFC 7009, the caller has got what it wanted.
 */
final class RevokeOperation implements ApiOperation {

    private final TokenStore tokens;

    RevokeOperation(TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        int count = revoke(call.fields());
        return ApiResponse.ok(TokenJson.result(JsonNodeFactory.instance.objectNode(), ResultCode.TOKENS_REVOKED,
                "Revoked " + count + " access token(s).").put("count", count));
    }

    private int revoke(RequestFields fields) {
        Optional<String> accessToken = fields.text("accessTokenIdentifier");
        if (accessToken.isPresent()) {
            return revoke(new TokenKey(TokenKey.Kind.ACCESS_TOKEN_IDENTIFIER, accessToken.get()));
        }
        Optional<String> refreshToken = fields.text("refreshTokenIdentifier");
        if (refreshToken.isPresent()) {
            return revoke(new TokenKey(TokenKey.Kind.REFRESH_TOKEN_IDENTIFIER, refreshToken.get()));
        }
        Optional<String> client = fields.text("clientIdentifier");
        Optional<String> subject = fields.text("subject");
        if (client.isEmpty() && subject.isEmpty()) {
            throw RefusedException.http(400, ResultCode.REVOKE_TARGET_MISSING,
                    "None of accessTokenIdentifier, refreshTokenIdentifier, clientIdentifier and subject is given.");
        }
        Optional<Long> clientId = client.flatMap(ClientIdentifier::numeric);
        if (client.isPresent() && clientId.isEmpty()) {
            // An alias of nobody. It must not fall back to all tokens of the subject.
            return 0;
        }
        return tokens.removeAll(new TokenQuery(clientId.orElse(null), subject.orElse(null), TokenStatus.ALL));
    }

    private int revoke(TokenKey key) {
        return tokens.remove(key) ? 1 : 0;
    }
}
