package io.quarkiverse.authlete.runtime.operations;

import java.util.Objects;
import java.util.function.Function;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.smallrye.mutiny.Uni;

/** Checks a request, resolves the options of the call, and calls the REST client of one service. */
final class ReactiveOperations implements ReactiveTokenOperations {

    private final TokenApi api;
    private final String serviceId;
    private final RequestValidator validator;

    ReactiveOperations(TokenApi api, String serviceId, RequestValidator validator) {
        this.api = api;
        this.serviceId = serviceId;
        this.validator = validator;
    }

    @Override
    public Uni<TokenListResponse> list(TokenListRequest request) {
        return list(request, RequestOptions.none());
    }

    @Override
    public Uni<TokenListResponse> list(TokenListRequest request, RequestOptions options) {
        return call(TokenOperation.LIST, options, id -> {
            validator.list(request);
            return api.list(id, request.clientIdentifier(), request.subject(), request.start(), request.end(),
                    request.tokenStatus(), options);
        });
    }

    @Override
    public Uni<TokenCreateResponse> create(TokenCreateRequest request) {
        return create(request, RequestOptions.none());
    }

    @Override
    public Uni<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options) {
        return call(TokenOperation.CREATE, options, id -> {
            validator.create(request);
            return api.create(id, request, options);
        });
    }

    @Override
    public Uni<TokenUpdateResponse> update(TokenUpdateRequest request) {
        return update(request, RequestOptions.none());
    }

    @Override
    public Uni<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options) {
        return call(TokenOperation.UPDATE, options, id -> {
            validator.update(request);
            return api.update(id, request, options);
        });
    }

    @Override
    public Uni<Void> delete(String accessTokenIdentifier) {
        return delete(accessTokenIdentifier, RequestOptions.none());
    }

    @Override
    public Uni<Void> delete(String accessTokenIdentifier, RequestOptions options) {
        return call(TokenOperation.DELETE, options, id -> {
            validator.delete(accessTokenIdentifier);
            return api.delete(id, accessTokenIdentifier, options);
        });
    }

    @Override
    public Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request) {
        return revoke(request, RequestOptions.none());
    }

    @Override
    public Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options) {
        return call(TokenOperation.REVOKE, options, id -> {
            validator.revoke(request);
            return api.revoke(id, request, options);
        });
    }

    private <T> Uni<T> call(TokenOperation operation, RequestOptions options, Function<String, Uni<T>> request) {
        Objects.requireNonNull(options, "options");
        return Uni.createFrom().deferred(() -> {
            String id = options.serviceId().orElse(serviceId);
            validator.serviceId(operation, id);
            return request.apply(id);
        });
    }
}
