package io.quarkiverse.authlete.runtime.operations;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;

/** Waits for the reactive operations. */
final class BlockingOperations implements TokenOperations {

    private final ReactiveTokenOperations reactive;

    BlockingOperations(ReactiveTokenOperations reactive) {
        this.reactive = reactive;
    }

    @Override
    public TokenListResponse list(TokenListRequest request) {
        return await(TokenOperation.LIST, reactive.list(request));
    }

    @Override
    public TokenListResponse list(TokenListRequest request, RequestOptions options) {
        return await(TokenOperation.LIST, reactive.list(request, options));
    }

    @Override
    public TokenCreateResponse create(TokenCreateRequest request) {
        return await(TokenOperation.CREATE, reactive.create(request));
    }

    @Override
    public TokenCreateResponse create(TokenCreateRequest request, RequestOptions options) {
        return await(TokenOperation.CREATE, reactive.create(request, options));
    }

    @Override
    public TokenUpdateResponse update(TokenUpdateRequest request) {
        return await(TokenOperation.UPDATE, reactive.update(request));
    }

    @Override
    public TokenUpdateResponse update(TokenUpdateRequest request, RequestOptions options) {
        return await(TokenOperation.UPDATE, reactive.update(request, options));
    }

    @Override
    public void delete(String accessTokenIdentifier) {
        await(TokenOperation.DELETE, reactive.delete(accessTokenIdentifier));
    }

    @Override
    public void delete(String accessTokenIdentifier, RequestOptions options) {
        await(TokenOperation.DELETE, reactive.delete(accessTokenIdentifier, options));
    }

    @Override
    public TokenRevokeResponse revoke(TokenRevokeRequest request) {
        return await(TokenOperation.REVOKE, reactive.revoke(request));
    }

    @Override
    public TokenRevokeResponse revoke(TokenRevokeRequest request, RequestOptions options) {
        return await(TokenOperation.REVOKE, reactive.revoke(request, options));
    }

    private static <T> T await(TokenOperation operation, Uni<T> call) {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            throw new IllegalStateException("TokenOperations." + operation.label() + " waits for the answer and must not be"
                    + " called on an event loop. Inject ReactiveTokenOperations, or annotate the calling method with"
                    + " @Blocking or @RunOnVirtualThread.");
        }
        return call.await().indefinitely();
    }
}
