package io.quarkiverse.authlete.deployment.devservice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An access token as a JWT (RFC 9068), but not signed: nothing here verifies it. */
final class JwtAccessToken {

    private static final String HEADER = "{\"alg\":\"none\",\"typ\":\"at+jwt\"}";

    private JwtAccessToken() {
    }

    /** @param expiresAt 0 if it has no expiry */
    static String of(CreateRequest request, String accessToken, long now, long expiresAt) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("jti", accessToken);
        TokenJson.putText(claims, "sub", request.subject());
        claims.put("client_id", Long.toString(request.clientId()));
        claims.put("iat", now / 1000);
        if (expiresAt > 0) {
            claims.put("exp", expiresAt / 1000);
        }
        if (!request.scopes().isEmpty()) {
            claims.put("scope", String.join(" ", request.scopes()));
        }
        return encode(HEADER) + "." + encode(claims.toString()) + ".";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
