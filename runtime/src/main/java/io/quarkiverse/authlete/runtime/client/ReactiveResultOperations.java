package io.quarkiverse.authlete.runtime.client;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenResultOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.smallrye.mutiny.Uni;

/** Turns failures of the reactive operations into results. */
final class ReactiveResultOperations implements ReactiveTokenResultOperations {

    private final ReactiveTokenOperations operations;

    ReactiveResultOperations(ReactiveTokenOperations operations) {
        this.operations = operations;
    }

    @Override
    public Uni<TokenResult<TokenListResponse>> list(TokenListRequest request, RequestOptions options) {
        return result(operations.list(request, options));
    }

    @Override
    public Uni<TokenResult<TokenCreateResponse>> create(TokenCreateRequest request, RequestOptions options) {
        return result(operations.create(request, options));
    }

    @Override
    public Uni<TokenResult<TokenBatchResponse>> createBatch(TokenBatchRequest request, RequestOptions options) {
        return result(operations.createBatch(request, options));
    }

    @Override
    public Uni<TokenResult<TokenBatchStatus>> batchStatus(String requestId, RequestOptions options) {
        return result(operations.batchStatus(requestId, options));
    }

    @Override
    public Uni<TokenResult<TokenBatchStatus>> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options) {
        return result(operations.awaitBatch(requestId, policy, options));
    }

    @Override
    public Uni<TokenResult<TokenUpdateResponse>> update(TokenUpdateRequest request, RequestOptions options) {
        return result(operations.update(request, options));
    }

    @Override
    public Uni<TokenResult<Void>> delete(String accessTokenIdentifier, RequestOptions options) {
        return result(operations.delete(accessTokenIdentifier, options));
    }

    @Override
    public Uni<TokenResult<TokenRevokeResponse>> revoke(TokenRevokeRequest request, RequestOptions options) {
        return result(operations.revoke(request, options));
    }

    private static <T> Uni<TokenResult<T>> result(Uni<T> call) {
        return call.<TokenResult<T>> map(TokenResult.Success::new)
                .onFailure(AuthleteException.class)
                .recoverWithItem(failure -> new TokenResult.Failure<>((AuthleteException) failure));
    }
}
