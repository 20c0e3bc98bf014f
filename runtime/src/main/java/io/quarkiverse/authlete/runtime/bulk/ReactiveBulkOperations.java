package io.quarkiverse.authlete.runtime.bulk;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.mutiny.Multi;

/** Runs as streams of Mutiny. */
final class ReactiveBulkOperations implements ReactiveBulkTokenOperations {

    private final BulkPlans plans;

    ReactiveBulkOperations(BulkPlans plans) {
        this.plans = plans;
    }

    @Override
    public Multi<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Multi<TokenCreateRequest> requests) {
        return results(plans.create(), requests);
    }

    @Override
    public Multi<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Iterable<TokenCreateRequest> requests) {
        return results(plans.create(), requests);
    }

    @Override
    public Multi<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Multi<TokenUpdateRequest> requests) {
        return results(plans.update(), requests);
    }

    @Override
    public Multi<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Iterable<TokenUpdateRequest> requests) {
        return results(plans.update(), requests);
    }

    @Override
    public Multi<BulkResult<String, Void>> deleteAll(Multi<String> accessTokenIdentifiers) {
        return results(plans.delete(), accessTokenIdentifiers);
    }

    @Override
    public Multi<BulkResult<String, Void>> deleteAll(Iterable<String> accessTokenIdentifiers) {
        return results(plans.delete(), accessTokenIdentifiers);
    }

    @Override
    public Multi<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Multi<TokenRevokeRequest> requests) {
        return results(plans.revoke(), requests);
    }

    @Override
    public Multi<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Iterable<TokenRevokeRequest> requests) {
        return results(plans.revoke(), requests);
    }

    private static <I, T> Multi<BulkResult<I, T>> results(BulkPlan<I, T> plan, Multi<I> source) {
        return Multi.createFrom().publisher(plan.results(source.map(Optional::of)));
    }

    private static <I, T> Multi<BulkResult<I, T>> results(BulkPlan<I, T> plan, Iterable<I> source) {
        Objects.requireNonNull(source, "source");
        return Multi.createFrom().publisher(plan.results(Multi.createFrom().iterable(() -> items(source.iterator()))));
    }

    private static <I> Iterator<Optional<I>> items(Iterator<I> values) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public Optional<I> next() {
                return Optional.ofNullable(values.next());
            }
        };
    }
}
