package io.quarkiverse.authlete.runtime.bulk;

import java.util.function.BiPredicate;
import java.util.function.Function;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.mutiny.Uni;

/** How the operations of one service are called for many items. */
final class BulkPlans {

    private final String service;
    private final ReactiveTokenOperations tokens;
    private final BulkOptions options;
    private final BulkLimits limits;
    private final BulkRuns runs;

    BulkPlans(String service, ReactiveTokenOperations tokens, BulkOptions options, BulkLimits limits, BulkRuns runs) {
        this.service = service;
        this.tokens = tokens;
        this.options = options;
        this.limits = limits;
        this.runs = runs;
    }

    BulkPlan<TokenCreateRequest, TokenCreateResponse> create() {
        RequestOptions create = optionsOf(TokenOperation.CREATE);
        return options.checkExisting()
                ? plan(TokenOperation.CREATE, new ImportCall(tokens, create, optionsOf(TokenOperation.UPDATE)),
                        ImportCall::isRepeatable)
                : plan(TokenOperation.CREATE, request -> tokens.create(request, create).map(Answer::of));
    }

    BulkPlan<TokenUpdateRequest, TokenUpdateResponse> update() {
        RequestOptions update = optionsOf(TokenOperation.UPDATE);
        return plan(TokenOperation.UPDATE, request -> tokens.update(request, update).map(Answer::of));
    }

    BulkPlan<String, Void> delete() {
        RequestOptions delete = optionsOf(TokenOperation.DELETE);
        return plan(TokenOperation.DELETE, identifier -> tokens.delete(identifier, delete).map(Answer::of));
    }

    BulkPlan<TokenRevokeRequest, TokenRevokeResponse> revoke() {
        RequestOptions revoke = optionsOf(TokenOperation.REVOKE);
        return plan(TokenOperation.REVOKE, request -> tokens.revoke(request, revoke).map(Answer::of));
    }

    private RequestOptions optionsOf(TokenOperation operation) {
        return limits.callOptions(operation, options.requestOptions());
    }

    private <I, T> BulkPlan<I, T> plan(TokenOperation operation, Function<I, Uni<Answer<T>>> call) {
        return plan(operation, call, (item, failure) -> false);
    }

    private <I, T> BulkPlan<I, T> plan(TokenOperation operation, Function<I, Uni<Answer<T>>> call,
            BiPredicate<I, AuthleteException> lost) {
        return new BulkPlan<>(service, operation, options, limits.concurrency(options.concurrency()), runs, call, lost);
    }
}
