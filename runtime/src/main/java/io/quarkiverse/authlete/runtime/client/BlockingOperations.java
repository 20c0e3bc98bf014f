package io.quarkiverse.authlete.runtime.client;

import java.util.stream.Stream;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkTokenOperations;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
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
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.paging.TokenStreams;

/** The operations for callers that wait. */
record BlockingOperations(TokenCalls calls, ReactiveTokenOperations reactive, BlockingWait waiting, BulkCalls bulkCalls,
        TokenStreams streams) implements TokenOperations {

    @Override
    public TokenListResponse list(TokenListRequest request, RequestOptions options) {
        return calls.list(request, options).await(waiting);
    }

    @Override
    public Stream<AccessToken> stream(TokenListRequest request, RequestOptions options) {
        return BlockingTokens.stream(streams.pages(request, options), waiting);
    }

    @Override
    public TokenCreateResponse create(TokenCreateRequest request, RequestOptions options) {
        return calls.create(request, options).await(waiting);
    }

    @Override
    public TokenBatchResponse createBatch(TokenBatchRequest request, RequestOptions options) {
        return calls.createBatch(request, options).await(waiting);
    }

    @Override
    public TokenBatchStatus batchStatus(String requestId, RequestOptions options) {
        return calls.batchStatus(requestId, options).await(waiting);
    }

    @Override
    public TokenBatchStatus awaitBatch(String requestId, PollingPolicy policy, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.BATCH_STATUS, null),
                reactive.awaitBatch(requestId, policy, options));
    }

    @Override
    public TokenUpdateResponse update(TokenUpdateRequest request, RequestOptions options) {
        return calls.update(request, options).await(waiting);
    }

    @Override
    public void delete(String accessTokenIdentifier, RequestOptions options) {
        calls.delete(accessTokenIdentifier, options).await(waiting);
    }

    @Override
    public TokenRevokeResponse revoke(TokenRevokeRequest request, RequestOptions options) {
        return calls.revoke(request, options).await(waiting);
    }

    @Override
    public BulkTokenOperations bulk(BulkOptions options) {
        return bulkCalls.blocking(reactive, options, waiting);
    }
}
