package io.quarkiverse.authlete.deployment.devservice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists tokens in the order of their creation. */
final class ListOperation implements ApiOperation {

    private static final int DEFAULT_START = 0;

    /** Documented as 5 and as 20. */
    private static final int DEFAULT_END = 5;

    private final ServiceSettings service;
    private final Clients clients;
    private final TokenStore tokens;

    ListOperation(ServiceSettings service, Clients clients, TokenStore tokens) {
        this.service = service;
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        int start = index(call, "start", DEFAULT_START, ResultCode.START_INVALID, ResultCode.START_NEGATIVE);
        int end = index(call, "end", DEFAULT_END, ResultCode.END_INVALID, ResultCode.END_NEGATIVE);
        if (end - start > service.maxPageSize()) {
            throw badRequest(ResultCode.PAGE_TOO_LARGE,
                    "end - start is " + (end - start) + ", but a list has at most " + service.maxPageSize() + " tokens.");
        }
        TokenQuery query = new TokenQuery(client(call), call.parameter("subject"), status(call));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("start", start).put("end", end);
        return ApiResponse.ok(fill(json, query, tokens.page(query, start, end)));
    }

    private static int index(ApiCall call, String name, int defaultValue, ResultCode invalid, ResultCode negative) {
        String text = call.parameter(name);
        int index;
        try {
            index = text == null ? defaultValue : Math.toIntExact(WholeNumber.parse(text));
        } catch (NumberFormatException | ArithmeticException e) {
            throw badRequest(invalid, name + " must be a 32-bit integer.");
        }
        if (index < 0) {
            throw badRequest(negative, name + " must not be negative.");
        }
        return index;
    }

    private Long client(ApiCall call) {
        String identifier = call.parameter("clientIdentifier");
        if (identifier == null) {
            return null;
        }
        long clientId = ClientIdentifier.numeric(identifier).orElseThrow(() -> badRequest(ResultCode.CLIENT_ALIAS_UNKNOWN,
                "There is no client of that alias; the emulator knows numeric client IDs only."));
        if (clientId <= 0) {
            throw badRequest(ResultCode.CLIENT_ID_INVALID, "The client ID must be positive.");
        }
        return switch (clients.of(clientId)) {
            case OWN -> clientId;
            case LOCKED -> throw RefusedException.http(403, ResultCode.CLIENT_ID_LOCKED, "The client is locked.");
            case OF_ANOTHER_SERVICE -> throw RefusedException.http(403, ResultCode.CLIENT_ID_FOREIGN,
                    "The client belongs to another service.");
            case UNKNOWN -> throw badRequest(ResultCode.CLIENT_ID_UNKNOWN, "There is no such client.");
        };
    }

    private static RefusedException badRequest(ResultCode code, String detail) {
        return RefusedException.http(400, code, detail);
    }

    private static TokenStatus status(ApiCall call) {
        String text = call.parameter("tokenStatus");
        try {
            return text == null ? TokenStatus.ALL : TokenStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw badRequest(ResultCode.TOKEN_STATUS_INVALID, "tokenStatus must be VALID, INVALID or ALL.");
        }
    }

    private static ObjectNode fill(ObjectNode json, TokenQuery query, TokenPage page) {
        json.put("totalCount", page.totalCount());
        if (query.clientId() != null) {
            json.set("client", ClientIdentifier.limitedView(query.clientId()));
        }
        TokenJson.putText(json, "subject", query.subject());
        if (page.tokens().isEmpty()) {
            // Documented as null or absent, but the vendor's TypeScript SDK rejects null.
            return json;
        }
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
