package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates an access token and, unless the grant type has none, a refresh token. */
final class CreateOperation implements ApiOperation {

    private final ServiceSettings service;
    private final TokenStore tokens;
    private final InstantSource clock;
    private final TokenValues values;

    CreateOperation(ServiceSettings service, TokenStore tokens, InstantSource clock, TokenValues values) {
        this.service = service;
        this.tokens = tokens;
        this.clock = clock;
        this.values = values;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        CreateRequest request = CreateRequest.read(call.fields(), service);
        NewToken created = NewToken.of(request, service, values, clock.millis());
        add(created.token());
        return ApiResponse.ok(toJson(created.token().build(), request, created.accessToken(), created.refreshToken()));
    }

    private void add(StoredToken.Builder token) {
        TokenStore.Addition addition = tokens.add(token);
        if (addition != TokenStore.Addition.ADDED) {
            throw refusal(addition);
        }
    }

    static RefusedException refusal(TokenStore.Addition addition) {
        return addition == TokenStore.Addition.ACCESS_TOKEN_EXISTS
                ? CreateRequest.badRequest(ResultCode.ACCESS_TOKEN_EXISTS, "The hash of accessToken exists already.")
                : CreateRequest.badRequest(ResultCode.REFRESH_TOKEN_EXISTS, "The hash of refreshToken exists already.");
    }

    private static ObjectNode toJson(StoredToken token, CreateRequest request, String accessToken, String refreshToken) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        TokenJson.result(json, ResultCode.TOKEN_CREATED, "[" + ResultCode.TOKEN_CREATED.code()
                + "] An access token was created successfully: " + token.grantType().name().toLowerCase(Locale.ROOT)
                + ", client = " + token.clientId());
        json.put("action", "OK");
        json.put("accessToken", accessToken);
        TokenJson.putText(json, "refreshToken", refreshToken);
        json.put("tokenType", token.tokenType());
        json.put("expiresIn", token.isPersistent() ? 0 : (token.accessTokenExpiresAt() - token.createdAt()) / 1000);
        json.put("expiresAt", token.accessTokenExpiresAt());
        json.put("grantType", token.grantType().name());
        json.put("clientId", token.clientId());
        json.put("clientIdentifier", request.clientIdentifier());
        TokenJson.putText(json, "subject", token.subject());
        TokenJson.putTexts(json, "scopes", token.scopes());
        TokenJson.putTexts(json, "refreshTokenScopes", token.refreshTokenScopes());
        TokenJson.putJson(json, "properties", token.properties());
        TokenJson.putJson(json, "authorizationDetails", token.authorizationDetails());
        json.put("forExternalAttachment", token.forExternalAttachment());
        TokenJson.putText(json, "tokenId", token.tokenId());
        TokenJson.putText(json, "sessionId", request.sessionId());
        return json;
    }
}
