package io.quarkiverse.authlete.runtime.bulk;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.BulkTokenOperations;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.client.BlockingWait;

/** Runs as streams of the JDK. */
record BlockingBulkOperations(BulkPlans plans, BlockingWait waiting) implements BulkTokenOperations {

    @Override
    public Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Iterable<TokenCreateRequest> requests) {
        return results(plans.create(), requests);
    }

    @Override
    public Stream<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Iterable<TokenUpdateRequest> requests) {
        return results(plans.update(), requests);
    }

    @Override
    public Stream<BulkResult<String, Void>> deleteAll(Iterable<String> accessTokenIdentifiers) {
        return results(plans.delete(), accessTokenIdentifiers);
    }

    @Override
    public Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Iterable<TokenRevokeRequest> requests) {
        return results(plans.revoke(), requests);
    }

    private <I, T> Stream<BulkResult<I, T>> results(BulkPlan<I, T> plan, Iterable<I> source) {
        plan.checked(source);
        waiting.refuseEventLoop("bulk()." + plan.operation().label() + "All");
        ResultSpliterator<I, T> results = new ResultSpliterator<>(plan, source, waiting);
        return StreamSupport.stream(results, false).onClose(results::close);
    }
}
