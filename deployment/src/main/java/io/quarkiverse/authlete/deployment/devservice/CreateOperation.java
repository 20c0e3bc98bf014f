package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;

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
        long now = clock.millis();
        String accessToken = request.accessToken().orElseGet(values::next);
        String refreshToken = request.grantType().issuesRefreshToken() ? request.refreshToken().orElseGet(values::next) : null;
        StoredToken.Builder token = new StoredToken.Builder(request.grantType(), request.clientId(), now)
                .tokenId(UUID.randomUUID())
                .accessTokenHash(TokenHash.ofValue(accessToken))
                .subject(request.subject())
                .scopes(request.scopes())
                .properties(request.properties())
                .authorizationDetails(request.authorizationDetails())
                .dpopBound(request.dpopBound())
                .forExternalAttachment(request.forExternalAttachment());
        if (!request.persistent()) {
            token.accessTokenExpiresAt(expiry(now, request.accessTokenDuration(), service.accessTokenDuration()));
        }
        if (refreshToken != null) {
            token.refreshToken(TokenHash.ofValue(refreshToken),
                    expiry(now, request.refreshTokenDuration(), service.refreshTokenDuration()), request.scopes());
        }
        add(token);
        return ApiResponse.ok(toJson(token.build(), request, accessToken, refreshToken));
    }

    /** A duration of 0 leaves the decision to the service. */
    private static long expiry(long now, long seconds, Duration defaultDuration) {
        try {
            return Math.addExact(now, Math.multiplyExact(seconds == 0 ? defaultDuration.getSeconds() : seconds, 1000L));
        } catch (ArithmeticException e) {
            throw CreateRequest.badRequest(ResultCode.DURATION_INVALID, "The duration is too long.");
        }
    }

    private void add(StoredToken.Builder token) {
        switch (tokens.add(token)) {
            case ADDED:
                return;
            case ACCESS_TOKEN_EXISTS:
                throw CreateRequest.badRequest(ResultCode.ACCESS_TOKEN_EXISTS, "The hash of accessToken exists already.");
            case REFRESH_TOKEN_EXISTS:
                throw CreateRequest.badRequest(ResultCode.REFRESH_TOKEN_EXISTS, "The hash of refreshToken exists already.");
        }
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
