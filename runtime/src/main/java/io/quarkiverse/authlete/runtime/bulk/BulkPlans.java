package io.quarkiverse.authlete.runtime.bulk;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.call.RetryRules;
import io.quarkiverse.authlete.runtime.config.OperationConfig;
import io.smallrye.mutiny.Uni;

/** How the operations of one service are called for many items. */
record BulkPlans(BulkCalls calls, ReactiveTokenOperations tokens, BulkOptions options) {

    BulkPlan<TokenCreateRequest, TokenCreateResponse> create() {
        return planOf(TokenOperation.CREATE, new ImportCall(tokens, callOptions(TokenOperation.CREATE),
                callOptions(TokenOperation.UPDATE), options(TokenOperation.CREATE).checkExisting())::call);
    }

    BulkPlan<TokenUpdateRequest, TokenUpdateResponse> update() {
        return plan(TokenOperation.UPDATE, tokens::update);
    }

    BulkPlan<String, Void> delete() {
        return plan(TokenOperation.DELETE, tokens::delete);
    }

    BulkPlan<TokenRevokeRequest, TokenRevokeResponse> revoke() {
        return plan(TokenOperation.REVOKE, tokens::revoke);
    }

    private <I, T> BulkPlan<I, T> plan(TokenOperation operation, BiFunction<I, RequestOptions, Uni<T>> call) {
        RequestOptions callOptions = callOptions(operation);
        return planOf(operation, place -> call.apply(place.item(), callOptions).map(place::succeeded));
    }

    private <I, T> BulkPlan<I, T> planOf(TokenOperation operation, BulkPlan.ItemCall<I, T> call) {
        // Calls for which there is no connection or no place in the bulkhead would only wait, and may fail.
        int concurrency = Math.min(options.concurrency(),
                Math.min(calls.config().maxConnections(), calls.config().bulkhead().limit().orElse(Integer.MAX_VALUE)));
        return new BulkPlan<>(calls.failures(), operation, options, concurrency, calls.runs(), call);
    }

    /** A call in a run leaves 429 to the run, which puts the item off and slows down. */
    private RequestOptions callOptions(TokenOperation operation) {
        RequestOptions wanted = options(operation).requestOptions();
        RetryPolicy policy = wanted.retry() != null ? wanted.retry()
                : retryEnabled(operation) ? RetryPolicy.builder().build() : RetryPolicy.none();
        return policy.enabled() ? wanted.toBuilder().retry(without429(policy)).build() : wanted;
    }

    private BulkOptions options(TokenOperation operation) {
        if (options == null) {
            throw calls.failures().invalid(operation, "options", "is null: pass BulkOptions.defaults()");
        }
        return options;
    }

    private boolean retryEnabled(TokenOperation operation) {
        return Optional.ofNullable(calls.config().operation().get(operation)).flatMap(OperationConfig::retryEnabled)
                .orElse(calls.config().retry().enabled());
    }

    private RetryPolicy without429(RetryPolicy policy) {
        Set<Integer> codes = policy.statusCodes() != null ? policy.statusCodes()
                : calls.config().retry().statusCodes().orElse(RetryRules.DEFAULT_STATUS_CODES);
        return policy.toBuilder().statusCodes(codes.stream().mapToInt(Integer::intValue)
                .filter(code -> code != Refusals.TOO_MANY_REQUESTS).toArray()).build();
    }
}
