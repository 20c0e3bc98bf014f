package io.quarkiverse.authlete.runtime.bulk;

import java.util.Objects;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkTokenOperations;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.runtime.client.BlockingWait;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;

/** Makes the bulk operations of one service. */
public final class BulkCalls {

    private final String service;
    private final BulkLimits limits;
    private final BulkRuns runs;

    /**
     * @param service the name of the service
     * @param config its configuration
     * @param runs the runs under way
     */
    public BulkCalls(String service, ServiceConfig config, BulkRuns runs) {
        this.service = service;
        this.limits = new BulkLimits(config);
        this.runs = runs;
    }

    /**
     * @param tokens makes the calls
     * @param options how the runs are made
     * @return the reactive operations
     */
    public ReactiveBulkTokenOperations reactive(ReactiveTokenOperations tokens, BulkOptions options) {
        return new ReactiveBulkOperations(plans(tokens, options));
    }

    /**
     * @param tokens makes the calls
     * @param options how the runs are made
     * @param waiting lets a thread wait
     * @return the blocking operations
     */
    public BulkTokenOperations blocking(ReactiveTokenOperations tokens, BulkOptions options, BlockingWait waiting) {
        return new BlockingBulkOperations(plans(tokens, options), waiting);
    }

    private BulkPlans plans(ReactiveTokenOperations tokens, BulkOptions options) {
        return new BulkPlans(service, tokens, Objects.requireNonNull(options, "options"), limits, runs);
    }
}
