package io.quarkiverse.authlete.runtime.bulk;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.mutiny.Multi;

/** Runs as streams of Mutiny. */
record ReactiveBulkOperations(BulkPlans plans) implements ReactiveBulkTokenOperations {

    @Override
    public Multi<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Multi<TokenCreateRequest> requests) {
        return results(plans::create, requests);
    }

    @Override
    public Multi<BulkResult<TokenCreateRequest, TokenCreateResponse>> createAll(Iterable<TokenCreateRequest> requests) {
        return results(plans::create, requests);
    }

    @Override
    public Multi<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Multi<TokenUpdateRequest> requests) {
        return results(plans::update, requests);
    }

    @Override
    public Multi<BulkResult<TokenUpdateRequest, TokenUpdateResponse>> updateAll(Iterable<TokenUpdateRequest> requests) {
        return results(plans::update, requests);
    }

    @Override
    public Multi<BulkResult<String, Void>> deleteAll(Multi<String> accessTokenIdentifiers) {
        return results(plans::delete, accessTokenIdentifiers);
    }

    @Override
    public Multi<BulkResult<String, Void>> deleteAll(Iterable<String> accessTokenIdentifiers) {
        return results(plans::delete, accessTokenIdentifiers);
    }

    @Override
    public Multi<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Multi<TokenRevokeRequest> requests) {
        return results(plans::revoke, requests);
    }

    @Override
    public Multi<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> revokeAll(Iterable<TokenRevokeRequest> requests) {
        return results(plans::revoke, requests);
    }

    private static <I, T> Multi<BulkResult<I, T>> results(Supplier<BulkPlan<I, T>> plan, Multi<I> source) {
        return results(plan, source, items -> items.map(Optional::of));
    }

    private static <I, T> Multi<BulkResult<I, T>> results(Supplier<BulkPlan<I, T>> plan, Iterable<I> source) {
        return results(plan, source, items -> Multi.createFrom().iterable(() -> items(items.iterator())));
    }

    private static <I, T, S> Multi<BulkResult<I, T>> results(Supplier<BulkPlan<I, T>> plans, S source,
            Function<S, Multi<Optional<I>>> items) {
        try {
            BulkPlan<I, T> plan = plans.get();
            return Multi.createFrom().publisher(plan.results(items.apply(plan.checked(source)), source));
        } catch (AuthleteInvalidRequestException e) {
            return Multi.createFrom().failure(e);
        }
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
