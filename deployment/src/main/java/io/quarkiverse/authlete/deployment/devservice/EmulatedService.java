package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.Map;

/** One Authlete service: its settings, its own tokens, and the operations on them. */
final class EmulatedService {

    private final ServiceSettings settings;
    private final TokenStore tokens;
    private final RequestLimit limit;
    private final Map<Endpoint, ApiOperation> operations;

    EmulatedService(ServiceSettings settings, InstantSource clock, TokenValues values, RequestLimit limit) {
        this.settings = settings;
        this.limit = limit;
        this.tokens = new TokenStore(clock);
        this.operations = Map.of(
                Endpoint.LIST, new ListOperation(settings, tokens),
                Endpoint.CREATE, new CreateOperation(settings, tokens, clock, values),
                Endpoint.UPDATE, new UpdateOperation(settings, tokens, clock, values),
                Endpoint.DELETE, new DeleteOperation(tokens),
                Endpoint.REVOKE, new RevokeOperation(tokens));
    }

    ServiceSettings settings() {
        return settings;
    }

    TokenStore tokens() {
        return tokens;
    }

    boolean isOpenedBy(String apiToken) {
        return settings.apiToken().equals(apiToken);
    }

    /** @throws RefusedException if this is one request too many */
    void admit() {
        if (!limit.admit()) {
            throw RefusedException.http(429, ResultCode.RATE_LIMIT_EXCEEDED, "There were too many requests in a second.");
        }
    }

    ApiResponse execute(Endpoint endpoint, ApiCall call) {
        return operations.get(endpoint).execute(call);
    }
}
