package io.quarkiverse.authlete.deployment.devservice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One Authlete service: its settings, its own tokens, and the operations on them. */
final class EmulatedService {

    private final ServiceSettings configured;
    private final List<EmulatedService> all;
    private final InstantSource clock;
    private final TokenValues values;
    private final RequestLimit limit;
    private final TokenStore tokens;
    private final BatchQueue batches;
    private ServiceSettings settings;
    private CreateRules rules;
    private Map<Endpoint, ApiOperation> operations;

    /** @param all the services of the emulator, this one among them, once they are complete */
    EmulatedService(ServiceSettings configured, List<EmulatedService> all, InstantSource clock, TokenValues values,
            RequestLimit limit) {
        this.configured = configured;
        this.all = all;
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

    /** Whether this is not one request too many. */
    boolean admits() {
        return limit.admit();
    }

    ApiResponse execute(Endpoint endpoint, ApiCall call) {
        batches.catchUp();
        return operation(endpoint).execute(call);
    }

    /** Creates a token as if it were another time. */
    ApiResponse create(RequestFields fields, Instant createdAt) {
        return new CreateOperation(rules(), tokens, InstantSource.fixed(createdAt), values).execute(ApiCall.ofBody(fields));
    }

    /** Lets a batch that has not been carried out yet fail after some tokens. */
    void breakBatch(String requestId, int tokens) {
        batches.find(requestId).ifPresent(batch -> batch.breakAfter(tokens));
    }

    synchronized void addClient(long clientId) {
        use(settings.withClients(Set.of(clientId)));
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

    private synchronized CreateRules rules() {
        return rules;
    }

    private boolean isClientElsewhere(long clientId) {
        return others().anyMatch(service -> service.settings().names(clientId));
    }

    private boolean isTokenElsewhere(TokenKey key) {
        return others().anyMatch(service -> service.tokens.find(key).isPresent());
    }

    private Stream<EmulatedService> others() {
        return all.stream().filter(service -> service != this);
    }

    private void use(ServiceSettings current) {
        settings = current;
        Clients clients = new Clients(current, this::isClientElsewhere);
        rules = new CreateRules(current, clients);
        operations = Map.of(
                Endpoint.LIST, new ListOperation(current, clients, tokens),
                Endpoint.CREATE, new CreateOperation(rules, tokens, clock, values),
                Endpoint.CREATE_BATCH, new CreateBatchOperation(rules, batches, clock, values),
                Endpoint.BATCH_STATUS, new BatchStatusOperation(batches),
                Endpoint.UPDATE, new UpdateOperation(current, tokens, this::isTokenElsewhere, clock, values),
                Endpoint.DELETE, new DeleteOperation(tokens, this::isTokenElsewhere),
                Endpoint.REVOKE, new RevokeOperation(tokens));
    }
}
