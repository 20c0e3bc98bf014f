package io.quarkiverse.authlete.runtime.bulk;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkTokenOperations;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.runtime.client.BlockingWait;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;

/**
 * Makes the bulk operations of one service.
 *
 * @param runs the runs in flight
 */
public record BulkCalls(FailureFactory failures, ServiceConfig config, BulkRuns runs) {

    public ReactiveBulkTokenOperations reactive(ReactiveTokenOperations tokens, BulkOptions options) {
        return new ReactiveBulkOperations(new BulkPlans(this, tokens, options));
    }

    public BulkTokenOperations blocking(ReactiveTokenOperations tokens, BulkOptions options, BlockingWait waiting) {
        return new BlockingBulkOperations(new BulkPlans(this, tokens, options), waiting);
    }
}
