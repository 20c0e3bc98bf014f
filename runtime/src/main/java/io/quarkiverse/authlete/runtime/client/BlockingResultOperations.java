package io.quarkiverse.authlete.runtime.client;

import java.util.function.Supplier;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.TokenResultOperations;
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

/** Turns failures of the blocking operations into results. */
final class BlockingResultOperations implements TokenResultOperations {

    private final TokenOperations operations;

    BlockingResultOperations(TokenOperations operations) {
        this.operations = operations;
    }

    @Override
    public TokenResult<TokenListResponse> list(TokenListRequest request, RequestOptions options) {
        return result(() -> operations.list(request, options));
    }

    @Override
    public TokenResult<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options) {
        return result(() -> operations.create(request, options));
    }

    @Override
    public TokenResult<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options) {
        return result(() -> operations.createBatch(request, options));
    }

    @Override
    public TokenResult<TokenBatchStatus> batchStatus(String requestId, RequestOptions options) {
        return result(() -> operations.batchStatus(requestId, options));
    }

    @Override
    public TokenResult<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options) {
        return result(() -> operations.awaitBatch(requestId, policy, options));
    }

    @Override
    public TokenResult<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options) {
        return result(() -> operations.update(request, options));
    }

    @Override
    public TokenResult<Void> delete(String accessTokenIdentifier, RequestOptions options) {
        return result(() -> {
            operations.delete(accessTokenIdentifier, options);
            return null;
        });
    }

    @Override
    public TokenResult<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options) {
        return result(() -> operations.revoke(request, options));
    }

    private static <T> TokenResult<T> result(Supplier<T> call) {
        try {
            return new TokenResult.Success<>(call.get());
        } catch (AuthleteException e) {
            return new TokenResult.Failure<>(e);
        }
    }
}
