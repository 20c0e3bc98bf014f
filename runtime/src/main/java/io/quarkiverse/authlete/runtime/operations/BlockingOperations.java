package io.quarkiverse.authlete.runtime.operations;

import java.util.stream.Stream;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkTokenOperations;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResultOperations;
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

/** Waits for the reactive operations. */
final class BlockingOperations implements TokenOperations {

    private final ReactiveTokenOperations reactive;
    private final BlockingWait waiting;
    private final BulkCalls bulk;
    private final TokenStreams streams;

    BlockingOperations(ReactiveTokenOperations reactive, BlockingWait waiting, BulkCalls bulk, TokenStreams streams) {
        this.reactive = reactive;
        this.waiting = waiting;
        this.bulk = bulk;
        this.streams = streams;
    }

    @Override
    public TokenListResponse list(TokenListRequest request, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.LIST, null), reactive.list(request, options));
    }

    @Override
    public Stream<AccessToken> stream(TokenListRequest request, RequestOptions options) {
        return BlockingTokens.stream(streams.pages(request, options), waiting);
    }

    @Override
    public TokenCreateResponse create(TokenCreateRequest request, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.CREATE, request), reactive.create(request, options));
    }

    @Override
    public TokenBatchResponse createBatch(TokenBatchRequest request, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.CREATE_BATCH, null), reactive.createBatch(request, options));
    }

    @Override
    public TokenBatchStatus batchStatus(String requestId, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.BATCH_STATUS, null), reactive.batchStatus(requestId, options));
    }

    @Override
    public TokenBatchStatus awaitBatch(String requestId, PollingPolicy policy, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.BATCH_STATUS, null),
                reactive.awaitBatch(requestId, policy, options));
    }

    @Override
    public TokenUpdateResponse update(TokenUpdateRequest request, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.UPDATE, request), reactive.update(request, options));
    }

    @Override
    public void delete(String accessTokenIdentifier, RequestOptions options) {
        waiting.forAnswer(RequestInfo.delete(accessTokenIdentifier), reactive.delete(accessTokenIdentifier, options));
    }

    @Override
    public TokenRevokeResponse revoke(TokenRevokeRequest request, RequestOptions options) {
        return waiting.forAnswer(RequestInfo.of(TokenOperation.REVOKE, request), reactive.revoke(request, options));
    }

    @Override
    public TokenResultOperations attempt() {
        return new BlockingResultOperations(this);
    }

    @Override
    public BulkTokenOperations bulk(BulkOptions options) {
        return bulk.blocking(reactive, options, waiting);
    }
}
