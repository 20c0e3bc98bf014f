package io.quarkiverse.authlete.runtime.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveBulkTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.ReactiveTokenResultOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkiverse.authlete.runtime.NoContexts;
import io.quarkiverse.authlete.runtime.bulk.BulkCalls;
import io.quarkiverse.authlete.runtime.failure.BatchFailures;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.faulttolerance.ServiceCalls;
import io.quarkiverse.authlete.runtime.paging.TokenStreams;
import io.quarkiverse.authlete.runtime.rest.AttemptHeaders;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Checks a request and calls the REST client of one service, fault-tolerantly. */
final class ReactiveOperations implements ReactiveTokenOperations {

    private final TokenApi api;
    private final String serviceId;
    private final RequestValidator validator;
    private final ServiceCalls calls;
    private final BatchFailures batchFailures;
    private final BulkCalls bulk;
    private final TokenStreams streams;
    private final NoContexts contexts = new NoContexts();

    ReactiveOperations(String service, TokenApi api, String serviceId, RequestValidator validator, ServiceCalls calls,
            BatchFailures batchFailures, BulkCalls bulk) {
        this.api = api;
        this.serviceId = serviceId;
        this.validator = validator;
        this.calls = calls;
        this.batchFailures = batchFailures;
        this.bulk = bulk;
        this.streams = new TokenStreams(service, this::list);
    }

    @Override
    public Uni<TokenListResponse> list(TokenListRequest request, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.LIST, null), options, noBody(() -> validator.list(request)),
                (serviceId, headers) -> api.list(serviceId, request.clientIdentifier(), request.subject(),
                        request.start(), end(request), request.tokenStatus(), headers));
    }

    /** Without an end, the server takes 5 or 20, whatever the start: its documentation has both. */
    private static Integer end(TokenListRequest request) {
        return request.end() != null || request.start() == null ? request.end()
                : (Integer) (int) Math.min(Integer.MAX_VALUE, (long) request.start() + TokenStreams.PAGE_SIZE);
    }

    @Override
    public Multi<AccessToken> stream(TokenListRequest request, RequestOptions options) {
        return streams.multi(request, options);
    }

    @Override
    public Uni<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.CREATE, request), options, () -> validator.create(request),
                (serviceId, headers) -> api.create(serviceId, request, headers));
    }

    @Override
    public Uni<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options) {
        RequestInfo info = RequestInfo.of(TokenOperation.CREATE_BATCH, request);
        return call(info, options, () -> validator.createBatch(request),
                (serviceId, headers) -> api.createBatch(serviceId, request.dryRun(), request.requests(), headers)
                        .invoke(response -> {
                            if ((response.requestId() == null || response.requestId().isBlank()) && !request.dryRun()) {
                                throw batchFailures.noRequestId(info, response);
                            }
                        }));
    }

    @Override
    public Uni<TokenBatchStatus> batchStatus(String requestId, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.BATCH_STATUS, null), options,
                noBody(() -> validator.batchStatus(requestId)),
                (serviceId, headers) -> api.batchStatus(serviceId, requestId, headers)).map(TokenBatchStatusResponse::status);
    }

    @Override
    public Uni<TokenBatchStatus> awaitBatch(String requestId, PollingPolicy policy, RequestOptions options) {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(options, "options");
        return Uni.createFrom().deferred(() -> new BatchPolling(requestId, policy, batchFailures,
                () -> batchStatus(requestId, options)).end(calls));
    }

    @Override
    public Uni<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.UPDATE, request), options, () -> validator.update(request),
                (serviceId, headers) -> api.update(serviceId, request, headers));
    }

    @Override
    public Uni<Void> delete(String accessTokenIdentifier, RequestOptions options) {
        return call(RequestInfo.delete(accessTokenIdentifier), options,
                noBody(() -> validator.delete(accessTokenIdentifier)),
                (serviceId, headers) -> api.delete(serviceId, accessTokenIdentifier, headers));
    }

    @Override
    public Uni<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.REVOKE, request), options, () -> validator.revoke(request),
                (serviceId, headers) -> api.revoke(serviceId, request, headers));
    }

    @Override
    public ReactiveTokenResultOperations attempt() {
        return new ReactiveResultOperations(this);
    }

    @Override
    public ReactiveBulkTokenOperations bulk(BulkOptions options) {
        return bulk.reactive(this, options);
    }

    private static Supplier<byte[]> noBody(Runnable validation) {
        return () -> {
            validation.run();
            return null;
        };
    }

    private <T> Uni<T> call(RequestInfo request, RequestOptions options, Supplier<byte[]> validation,
            BiFunction<String, Map<String, List<String>>, Uni<T>> send) {
        Objects.requireNonNull(options, "options");
        return calls.call(request, options, () -> {
            byte[] json = validation.get();
            String id = options.serviceId().orElse(serviceId);
            validator.serviceId(request.operation(), id);
            validator.headers(request.operation(), options.headers());
            return attempt -> contexts.get(() -> send.apply(id, new AttemptHeaders(options.headers(), attempt, json)));
        });
    }
}
