package io.quarkiverse.authlete.runtime.client;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.Outcome;
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
import io.quarkiverse.authlete.runtime.Endpoint;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.call.Sequel;
import io.quarkiverse.authlete.runtime.call.ServiceCalls;
import io.quarkiverse.authlete.runtime.failure.BatchFailures;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.paging.TokenStreams;
import io.quarkiverse.authlete.runtime.transport.RequestPaths;
import io.quarkiverse.authlete.runtime.validation.RequestValidator;

/** The operations of one service, as calls that are still to be made, with or without waiting. */
record TokenCalls(String serviceId, RequestValidator validator, ServiceCalls calls, BatchFailures batchFailures,
        ExactlyOnce once) {

    TokenCall<TokenListResponse> list(TokenListRequest request, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.LIST, null), request, options, noBody(() -> validator.list(request)),
                endpoint -> endpoint.path() + query(request));
    }

    TokenCall<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options) {
        RequestInfo info = RequestInfo.of(TokenOperation.CREATE, request);
        if (request == null || !once.isAsked(options)) {
            return new TokenCall<>(calls, info, request, options, () -> create(request, options, info, Outcome.NOT_SENT, null));
        }
        AtomicReference<OnceCreate> last = new AtomicReference<>();
        return new TokenCall<TokenCreateResponse>(calls, info, request, options, () -> {
            last.set(once.create(this, request, options));
            return last.get().first();
        }).whenInterrupted(failure -> last.get() == null ? failure : last.get().unfinished(failure));
    }

    /** @param sequel what follows the request; {@code null} if nothing does */
    Request<TokenCreateResponse> create(TokenCreateRequest request, RequestOptions options, RequestInfo info, Outcome before,
            Sequel<TokenCreateResponse> sequel) {
        return request(TokenOperation.CREATE, info, options, () -> validator.create(request), Endpoint::path,
                answer -> isSame(request.clientId(), answer.clientId()) && isSame(request.subject(), answer.subject()), before,
                sequel);
    }

    /** @param info what matters of it when it fails: it may be a part of another operation */
    Request<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options, RequestInfo info, Outcome before) {
        return request(TokenOperation.UPDATE, info, options, () -> validator.update(request), Endpoint::path,
                answer -> true, before, null);
    }

    /** @param info what matters of it when it fails: it may be a part of another operation */
    Request<Void> delete(String identifier, RequestOptions options, RequestInfo info, Outcome before) {
        return request(TokenOperation.DELETE, info, options, noBody(() -> validator.delete(identifier)),
                endpoint -> endpoint.path() + RequestPaths.encode(identifier), answer -> true, before, null);
    }

    String serviceId(RequestOptions options) {
        return options.serviceId() == null ? serviceId : options.serviceId();
    }

    TokenCall<TokenBatchResponse> createBatch(TokenBatchRequest request, RequestOptions options) {
        RequestInfo info = RequestInfo.of(TokenOperation.CREATE_BATCH, request);
        TokenCall<TokenBatchResponse> call = call(info, request, options, () -> validator.createBatch(request),
                endpoint -> endpoint.path() + "?dryRun=" + request.dryRun());
        return call.map(response -> {
            if ((response.requestId() == null || response.requestId().isBlank()) && !request.dryRun()) {
                throw batchFailures.noRequestId(info, response);
            }
            return response;
        });
    }

    TokenCall<TokenBatchStatus> batchStatus(String requestId, RequestOptions options) {
        TokenCall<TokenBatchStatusResponse> call = call(RequestInfo.of(TokenOperation.BATCH_STATUS, null), requestId, options,
                noBody(() -> validator.batchStatus(requestId)), endpoint -> endpoint.path() + RequestPaths.encode(requestId));
        return call.map(TokenBatchStatusResponse::status);
    }

    TokenCall<TokenUpdateResponse> update(TokenUpdateRequest request, RequestOptions options) {
        RequestInfo info = RequestInfo.of(TokenOperation.UPDATE, request);
        return new TokenCall<>(calls, info, request, options, () -> update(request, options, info, Outcome.NOT_SENT));
    }

    TokenCall<Void> delete(String identifier, RequestOptions options) {
        RequestInfo info = RequestInfo.delete(identifier);
        return new TokenCall<>(calls, info, identifier, options, () -> delete(identifier, options, info, Outcome.NOT_SENT));
    }

    TokenCall<TokenRevokeResponse> revoke(TokenRevokeRequest request, RequestOptions options) {
        return call(RequestInfo.of(TokenOperation.REVOKE, request), request, options, () -> validator.revoke(request),
                Endpoint::path);
    }

    private <T> TokenCall<T> call(RequestInfo info, @Nullable Object asked, RequestOptions options, Supplier<byte[]> validation,
            Function<Endpoint, String> path) {
        return new TokenCall<>(calls, info, asked, options,
                () -> request(info.operation(), info, options, validation, path, answer -> true, Outcome.NOT_SENT, null));
    }

    private <T> Request<T> request(TokenOperation sent, RequestInfo info, RequestOptions options, Supplier<byte[]> validation,
            Function<Endpoint, String> path, Predicate<T> answeredBy, Outcome before, Sequel<?> sequel) {
        byte[] json = validation.get();
        validator.options(info.operation(), options);
        String id = serviceId(options);
        validator.serviceId(info.operation(), id);
        validator.headers(info.operation(), options.headers());
        Endpoint endpoint = Endpoint.of(sent);
        return new Request<>(endpoint, id, path.apply(endpoint), json, options.headers(), info, answeredBy, before, sequel);
    }

    /** A server may leave out what it was told, and a request what the server knows. */
    private static boolean isSame(Object asked, Object answered) {
        return asked == null || answered == null || asked.equals(answered);
    }

    private static Supplier<byte[]> noBody(Runnable validation) {
        return () -> {
            validation.run();
            return null;
        };
    }

    private static String query(TokenListRequest request) {
        String query = Stream.of(
                parameter("clientIdentifier", request.clientIdentifier()),
                parameter("subject", request.subject()),
                parameter("start", request.start()),
                parameter("end", end(request)),
                parameter("tokenStatus", request.tokenStatus()))
                .filter(Objects::nonNull).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** Without an end, the server takes 5 or 20, whatever the start: its documentation has both. */
    private static @Nullable Number end(TokenListRequest request) {
        return request.end() != null || request.start() == null ? request.end()
                : (Number) Math.min(Integer.MAX_VALUE, (long) request.start() + TokenStreams.PAGE_SIZE);
    }

    private static String parameter(String name, Object value) {
        return value == null ? null : name + "=" + RequestPaths.encode(value.toString());
    }
}
