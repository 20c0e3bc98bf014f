package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates an access token and, unless the grant type has none, a refresh token. */
final class CreateOperation implements ApiOperation {

    private final CreateRules rules;
    private final TokenStore tokens;
    private final InstantSource clock;
    private final TokenValues values;

    CreateOperation(CreateRules rules, TokenStore tokens, InstantSource clock, TokenValues values) {
        this.rules = rules;
        this.tokens = tokens;
        this.clock = clock;
        this.values = values;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        IssuedToken created = rules.newToken(call.fields(), values, clock.millis());
        add(created.token());
        return ApiResponse.ok(toJson(created));
    }

    private void add(StoredToken.Builder token) {
        TokenStore.Addition addition = tokens.add(token);
        if (addition != TokenStore.Addition.ADDED) {
            throw refusal(addition);
        }
    }

    static RefusedException refusal(TokenStore.Addition addition) {
        return addition == TokenStore.Addition.ACCESS_TOKEN_EXISTS
                ? CreateRules.badRequest(ResultCode.ACCESS_TOKEN_EXISTS, "The hash of accessToken exists already.")
                : CreateRules.badRequest(ResultCode.REFRESH_TOKEN_EXISTS, "The hash of refreshToken exists already.");
    }

    private static ObjectNode toJson(IssuedToken created) {
        StoredToken token = created.token().build();
        ObjectNode json = TokenJson.success(ResultCode.TOKEN_CREATED, "An access token was created successfully: "
                + token.grantType().name().toLowerCase(Locale.ROOT) + ", client = " + token.clientId());
        json.put("action", "OK");
        json.put("accessToken", created.accessToken());
        TokenJson.putText(json, "refreshToken", created.refreshToken());
        json.put("tokenType", token.tokenType());
        json.put("expiresIn", created.expiresIn());
        json.put("expiresAt", created.expiresAt());
        json.put("grantType", token.grantType().name());
        json.put("clientId", token.clientId());
        json.put("clientIdentifier", created.request().clientIdentifier());
        TokenJson.putText(json, "subject", token.subject());
        TokenJson.putTexts(json, "scopes", token.scopes());
        TokenJson.putTexts(json, "refreshTokenScopes", token.refreshTokenScopes());
        TokenJson.putJson(json, "properties", token.properties());
        TokenJson.putJson(json, "authorizationDetails", token.authorizationDetails());
        TokenJson.putText(json, "jwtAccessToken", created.jwt());
        json.put("forExternalAttachment", token.forExternalAttachment());
        TokenJson.putText(json, "tokenId", token.tokenId());
        TokenJson.putText(json, "sessionId", created.request().sessionId());
        return json;
    }
}
