package io.quarkiverse.authlete.deployment.devservice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists tokens in the order of their creation. A page may be of any size. */
final class ListOperation implements ApiOperation {

    private static final int DEFAULT_START = 0;
    private static final int DEFAULT_END = 5;

    private final ServiceSettings service;
    private final TokenStore tokens;

    ListOperation(ServiceSettings service, TokenStore tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        int start = index(call, "start", DEFAULT_START);
        int end = index(call, "end", DEFAULT_END);
        if (start < 0 || end < start) {
            throw RefusedException.http(400, ResultCode.RANGE_INVALID, "start must not be negative, nor end less than start.");
        }
        TokenQuery query = new TokenQuery(client(call), call.parameter("subject"), status(call));
        return ApiResponse.ok(toJson(query, tokens.page(query, start, end)));
    }

    private static int index(ApiCall call, String name, int defaultValue) {
        String text = call.parameter(name);
        try {
            return text == null ? defaultValue : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RefusedException.http(400, ResultCode.RANGE_INVALID, name + " must be an integer.");
        }
    }

    private Long client(ApiCall call) {
        String identifier = call.parameter("clientIdentifier");
        if (identifier == null) {
            return null;
        }
        long clientId = ClientIdentifier.numeric(identifier).orElseThrow(() -> RefusedException.http(400,
                ResultCode.CLIENT_UNKNOWN, "There is no client of that alias; the emulator knows numeric client IDs only."));
        if (!service.ownsClient(clientId)) {
            throw RefusedException.http(403, ResultCode.LIST_CLIENT_FORBIDDEN, "The client does not belong to the service.");
        }
        return clientId;
    }

    private static TokenStatus status(ApiCall call) {
        String text = call.parameter("tokenStatus");
        try {
            return text == null ? TokenStatus.ALL : TokenStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.http(400, ResultCode.TOKEN_STATUS_INVALID, "tokenStatus must be VALID, INVALID or ALL.");
        }
    }

    private static ObjectNode toJson(TokenQuery query, TokenPage page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("start", page.start()).put("end", page.end()).put("totalCount", page.totalCount());
        if (query.clientId() != null) {
            json.set("client", ClientIdentifier.limitedView(query.clientId()));
        }
        TokenJson.putText(json, "subject", query.subject());
        ArrayNode accessTokens = json.putArray("accessTokens");
        page.tokens().forEach(token -> accessTokens.add(toJson(token)));
        return json;
    }

    private static ObjectNode toJson(StoredToken token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accessTokenHash", token.accessTokenHash().toString());
        json.put("accessTokenExpiresAt", token.accessTokenExpiresAt());
        TokenJson.putText(json, "refreshTokenHash", token.refreshTokenHash());
        json.put("refreshTokenExpiresAt", token.refreshTokenExpiresAt());
        json.put("createdAt", token.createdAt());
        // The emulator has no token endpoint, so nothing is ever refreshed.
        json.put("lastRefreshedAt", 0L);
        json.put("clientId", token.clientId());
        TokenJson.putText(json, "subject", token.subject());
        json.put("grantType", token.grantType().name());
        TokenJson.putTexts(json, "scopes", token.scopes());
        TokenJson.putJson(json, "properties", token.properties());
        TokenJson.putTexts(json, "refreshTokenScopes", token.refreshTokenScopes());
        return json;
    }
}
