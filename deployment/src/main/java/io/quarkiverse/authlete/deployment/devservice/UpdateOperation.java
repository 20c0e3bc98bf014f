package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes a token, an expired one too: it is still there, and a later expiry makes it valid again. */
final class UpdateOperation implements ApiOperation {

    private final ServiceSettings service;
    private final TokenStore tokens;
    private final Predicate<TokenKey> elsewhere;
    private final InstantSource clock;
    private final TokenValues values;

    /** @param elsewhere whether the token is one of another service */
    UpdateOperation(ServiceSettings service, TokenStore tokens, Predicate<TokenKey> elsewhere, InstantSource clock,
            TokenValues values) {
        this.service = service;
        this.tokens = tokens;
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.values = values;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        RequestFields fields = call.fields();
        TokenKey key = key(fields).orElseThrow(() -> RefusedException.action("BAD_REQUEST", ResultCode.UPDATE_TOKEN_MISSING,
                "None of accessToken, accessTokenHash, refreshToken, refreshTokenHash and tokenId is given."));
        String newValue = fields.flag("accessTokenValueUpdated").orElse(false) ? values.next() : null;
        TokenChange change = new TokenChange(fields, service, newValue == null ? null : TokenHash.ofValue(newValue));
        long now = clock.millis();
        StoredToken updated = tokens.update(key, token -> change.applyTo(token, now))
                .orElseThrow(() -> notFound(key));
        return ApiResponse.ok(toJson(updated, newValue != null ? newValue : fields.text("accessToken").orElse(null)));
    }

    private RefusedException notFound(TokenKey key) {
        return elsewhere.test(key)
                ? RefusedException.action("FORBIDDEN", ResultCode.UPDATE_TOKEN_FOREIGN, "The token belongs to another service.")
                : RefusedException.action("NOT_FOUND", ResultCode.UPDATE_TOKEN_UNKNOWN, "There is no such token.");
    }

    /** The first that is given decides, also if it names no token and a later one would. */
    private static Optional<TokenKey> key(RequestFields fields) {
        return Stream.of(
                fields.text("accessToken").map(text -> new TokenKey(TokenKey.Kind.ACCESS_TOKEN, text)),
                fields.text("accessTokenHash").map(text -> new TokenKey(TokenKey.Kind.ACCESS_TOKEN_HASH, text)),
                fields.text("refreshToken").map(text -> new TokenKey(TokenKey.Kind.REFRESH_TOKEN, text)),
                fields.text("refreshTokenHash").map(text -> new TokenKey(TokenKey.Kind.REFRESH_TOKEN_HASH, text)),
                fields.text("tokenId").map(text -> new TokenKey(TokenKey.Kind.TOKEN_ID, text)))
                .flatMap(Optional::stream).findFirst();
    }

    /** @param accessToken the value, if the caller has named it or it is new; else it is not known */
    private static ObjectNode toJson(StoredToken token, String accessToken) {
        ObjectNode json = TokenJson.success(ResultCode.TOKEN_UPDATED, "Updated the access token successfully.");
        json.put("action", "OK");
        TokenJson.putText(json, "accessToken", accessToken);
        json.put("tokenType", token.tokenType());
        json.put("accessTokenExpiresAt", token.accessTokenExpiresAt());
        json.put("refreshTokenExpiresAt", token.refreshTokenExpiresAt());
        TokenJson.putTexts(json, "scopes", token.scopes());
        TokenJson.putJson(json, "properties", token.properties());
        TokenJson.putJson(json, "authorizationDetails", token.authorizationDetails());
        json.put("forExternalAttachment", token.forExternalAttachment());
        TokenJson.putText(json, "tokenId", token.tokenId());
        return json;
    }
}
