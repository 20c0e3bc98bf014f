package io.quarkiverse.authlete.deployment.devservice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** One Authlete service: its settings, its own tokens, and the operations on them. */
final class EmulatedService {

    private final ServiceSettings configured;
    private final InstantSource clock;
    private final TokenValues values;
    private final RequestLimit limit;
    private final TokenStore tokens;
    private final BatchQueue batches;
    private ServiceSettings settings;
    private Map<Endpoint, ApiOperation> operations;

    EmulatedService(ServiceSettings configured, InstantSource clock, TokenValues values, RequestLimit limit) {
        this.configured = configured;
        this.clock = clock;
        this.values = values;
        this.limit = limit;
        this.tokens = new TokenStore(clock);
        this.batches = new BatchQueue(tokens, values, clock);
        use(configured);
    }

    synchronized ServiceSettings settings() {
        return settings;
    }

    TokenStore tokens() {
        return tokens;
    }

    boolean isOpenedBy(String apiToken) {
        return configured.apiToken().equals(apiToken);
    }

    /** @throws RefusedException if this is one request too many */
    void admit() {
        if (!limit.admit()) {
            throw RefusedException.http(429, ResultCode.RATE_LIMIT_EXCEEDED, "There were too many requests in a second.");
        }
    }

    ApiResponse execute(Endpoint endpoint, ApiCall call) {
        batches.catchUp();
        return operation(endpoint).execute(call);
    }

    /** Creates a token as if it were another time. */
    ApiResponse create(RequestFields fields, Instant createdAt) {
        return new CreateOperation(settings(), tokens, InstantSource.fixed(createdAt), values).execute(ApiCall.ofBody(fields));
    }

    /** One client is enough to make all others unknown. */
    synchronized void addClient(long clientId) {
        use(settings.withClient(clientId));
    }

    /** Forgets all tokens and batches, added clients and counted requests. */
    synchronized void reset() {
        batches.clear();
        tokens.clear();
        limit.reset();
        use(configured);
    }

    private synchronized ApiOperation operation(Endpoint endpoint) {
        return operations.get(endpoint);
    }

    private void use(ServiceSettings current) {
        settings = current;
        operations = Map.of(
                Endpoint.LIST, new ListOperation(current, tokens),
                Endpoint.CREATE, new CreateOperation(current, tokens, clock, values),
                Endpoint.CREATE_BATCH, new CreateBatchOperation(current, batches, clock),
                Endpoint.BATCH_STATUS, new BatchStatusOperation(batches),
                Endpoint.UPDATE, new UpdateOperation(current, tokens, clock, values),
                Endpoint.DELETE, new DeleteOperation(tokens),
                Endpoint.REVOKE, new RevokeOperation(tokens));
    }
}
