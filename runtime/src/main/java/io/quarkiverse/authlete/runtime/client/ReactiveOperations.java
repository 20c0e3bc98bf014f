package io.quarkiverse.authlete.runtime.client;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.AccessToken;
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
import io.quarkiverse.authlete.runtime.bulk.BulkCalls;
import io.quarkiverse.authlete.runtime.call.ServiceCalls;
import io.quarkiverse.authlete.runtime.failure.BatchFailures;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.paging.TokenStreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The operations as {@link Uni}s. */
record ReactiveOperations(FailureFactory failures, TokenCalls calls, ServiceCalls service, BatchFailures batchFailures,
        BulkCalls bulkCalls) implements ReactiveTokenOperations {

    @Override
    public Uni<TokenListResponse> list(TokenListRequest request, RequestOptions options) {
        return calls.list(request, options).uni();
    }

    @Override
    public Multi<AccessToken> stream(TokenListRequest request, RequestOptions options) {
        return new TokenStreams(failures, this::list).multi(request, options);
    }

    @Override
    public Uni<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options) {
        return calls.create(request, options).uni();
    }

    @Override
    public Uni<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options) {
        return calls.createBatch(request, options).uni();
    }

    @Override
    public Uni<TokenBatchStatus> batchStatus(String requestId, RequestOptions options) {
        return calls.batchStatus(requestId, options).uni();
    }

    @Override
    public Uni<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options) {
        return Uni.createFrom().deferred(() -> policy == null
                ? Uni.createFrom().failure(failures.invalid(TokenOperation.BATCH_STATUS, "policy",
                        "is null: pass PollingPolicy.defaults()"))
                : new BatchPolling(requestId, policy, batchFailures, () -> batchStatus(requestId, options)).end(service));
    }

    @Override
    public Uni<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options) {
        return calls.update(request, options).uni();
    }

    @Override
    public Uni<Void> delete(String accessTokenIdentifier, RequestOptions options) {
        return calls.delete(accessTokenIdentifier, options).uni();
    }

    @Override
    public Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options) {
        return calls.revoke(request, options).uni();
    }

    @Override
    public ReactiveBulkTokenOperations bulk(BulkOptions options) {
        return bulkCalls.reactive(this, options);
    }
}
