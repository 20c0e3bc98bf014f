package io.quarkiverse.authlete.runtime.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenBatchResponse;
import io.quarkiverse.authlete.model.TokenBatchStatusResponse;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.json.DistinctNames;
import io.quarkiverse.authlete.runtime.json.TokenJson;

/**
 * Reads the answers of the API, whatever media type they claim, and refuses those whose action is not OK. An interceptor
 * that ends the chain and not a {@code MessageBodyReader}: the REST client would look for that with each answer, in a table
 * that it copies for this, and could find one of the application.
 */
final class TokenResponseReader implements ReaderInterceptor {

    private static final Set<Class<? extends TokenResponse>> TYPES = Set.of(TokenListResponse.class,
            TokenCreateResponse.class, TokenBatchResponse.class, TokenBatchStatusResponse.class, TokenUpdateResponse.class,
            TokenRevokeResponse.class);

    private final FailureFactory failures;
    private final long maxBytes;
    private volatile Map<Class<?>, ObjectReader> readers;

    TokenResponseReader(FailureFactory failures, long maxBytes) {
        this.failures = failures;
        this.maxBytes = maxBytes;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == Void.class) {
            // The success status of a delete tells enough, and what a proxy adds to it need not be JSON.
            return null;
        }
        CallInfo call = CallInfo.of(context);
        return read(context.getType(), call::request, call.status(), context.getHeaders(),
                call.body(context.getInputStream()));
    }

    /**
     * @param type the kind of answer
     * @param request tells what matters of the request; asked only if the call has failed
     * @param status the HTTP status, a success
     * @param headers the headers of the answer
     * @param body its body
     * @return the answer
     * @throws AuthleteException if the body is not what the API defines, or its action is not OK
     */
    TokenResponse read(Class<?> type, Supplier<RequestInfo> request, int status, Map<String, List<String>> headers,
            InputStream body) {
        TokenResponse response;
        ObjectReader reader = readers().get(type);
        try (JsonParser json = new DistinctNames(reader.createParser(body))) {
            response = reader.readValue(json);
        } catch (IOException e) {
            throw failures.unreadable(request.get(), status, headers, describe(e));
        }
        if (response == null) {
            throw failures.unreadable(request.get(), status, headers, "The answer is null");
        }
        if (response instanceof TokenCreateResponse created && !ResponseAction.OK.equals(created.action())) {
            throw failures.action(request.get(), headers, created.action(), created.resultCode(), created.resultMessage(),
                    response);
        }
        if (response instanceof TokenUpdateResponse updated && !ResponseAction.OK.equals(updated.action())) {
            throw failures.action(request.get(), headers, updated.action(), updated.resultCode(), updated.resultMessage(),
                    response);
        }
        String impossible = impossible(response);
        if (impossible != null) {
            throw failures.unreadable(request.get(), status, headers, impossible);
        }
        return response;
    }

    private static String impossible(TokenResponse response) {
        if (response instanceof TokenCreateResponse created && created.accessToken() == null
                && created.jwtAccessToken() == null) {
            return "The answer says OK and has no access token";
        }
        if (response instanceof TokenListResponse list && list.totalCount() != null && list.totalCount() < 0) {
            return "The answer has a negative totalCount";
        }
        if (response instanceof TokenRevokeResponse revoked && revoked.count() < 0) {
            return "The answer has a negative count";
        }
        if (response instanceof TokenBatchStatusResponse batch && batch.status() == null) {
            return "The answer has no status";
        }
        if (response instanceof TokenBatchStatusResponse batch && batch.status().tokenCount() != null
                && batch.status().tokenCount() < 0) {
            return "The answer has a negative tokenCount";
        }
        return null;
    }

    /** Jackson's own message quotes the body, which may hold tokens. */
    private static String describe(IOException failure) {
        if (failure instanceof JsonProcessingException json) {
            JsonLocation location = json.getLocation();
            return "The answer is not the JSON that the API defines"
                    + (location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr());
        }
        return "The answer could not be read";
    }

    /** Made for the first answer, off the way to the start of the application. Made twice by two threads, it is the same. */
    private Map<Class<?>, ObjectReader> readers() {
        Map<Class<?>, ObjectReader> made = readers;
        if (made == null) {
            ObjectMapper mapper = TokenJson.newMapperForDistinctNames(maxBytes);
            made = TYPES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), mapper::readerFor));
            readers = made;
        }
        return made;
    }
}
