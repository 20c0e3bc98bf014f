package io.quarkiverse.authlete.runtime.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
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
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

/**
 * Reads the answers of the API, whatever media type they claim, and refuses those that do not say that the operation was
 * done.
 */
public final class TokenResponseReader {

    /** The kinds of answers, {@code Void} for that to a delete, and the members of which one must be there. */
    private static final Map<Class<?>, Set<String>> CONTENT = Map.of(
            TokenListResponse.class, Set.of("accessTokens", "totalCount"),
            TokenCreateResponse.class, Set.of(),
            TokenBatchResponse.class, Set.of("requestId", "resultCode"),
            TokenBatchStatusResponse.class, Set.of("status"),
            TokenUpdateResponse.class, Set.of(),
            TokenRevokeResponse.class, Set.of("count"),
            Void.class, Set.of("resultCode"));

    private final FailureFactory failures;
    private final long maxBytes;
    private volatile Map<Class<?>, ObjectReader> readers;

    public TokenResponseReader(FailureFactory failures, long maxBytes) {
        this.failures = failures;
        this.maxBytes = maxBytes;
    }

    /**
     * @param request tells what matters of the request; asked only if the call may have failed
     * @param status the HTTP status, a success
     * @param headers the headers of the answer, made for those who look at them
     * @return the answer, a {@link TokenResponse}; to a delete, an {@link ErrorBody} without an error
     * @throws AuthleteException if the body is not what the API defines, or does not say that the operation was done
     */
    public Object read(Class<?> type, Supplier<RequestInfo> request, int status, Supplier<Map<String, List<String>>> headers,
            InputStream body) {
        ObjectReader reader = readers().get(type);
        try (AnswerParser json = new AnswerParser(reader.createParser(body), CONTENT.get(type))) {
            Object response = reader.readValue(json);
            if (response == null) {
                throw failures.unreadable(request.get(), status, headers.get(), "The answer is null");
            }
            refuseAction(response, request, status, headers);
            String reason = noSuccess(type, json, response, request);
            if (reason != null) {
                throw failures.noSuccess(request.get(), status, headers.get(), reason, json.resultCode(), json.resultMessage(),
                        response);
            }
            return response;
        } catch (IOException e) {
            throw failures.unreadable(request.get(), status, headers.get(), describe(e));
        }
    }

    private void refuseAction(Object response, Supplier<RequestInfo> request, int status,
            Supplier<Map<String, List<String>>> headers) {
        if (response instanceof TokenCreateResponse created && !ResponseAction.OK.equals(created.action())) {
            throw failures.action(request.get(), status, headers.get(), created.action(), created.resultCode(),
                    created.resultMessage(), created);
        }
        if (response instanceof TokenUpdateResponse updated && !ResponseAction.OK.equals(updated.action())) {
            throw failures.action(request.get(), status, headers.get(), updated.action(), updated.resultCode(),
                    updated.resultMessage(), updated);
        }
    }

    /** @return why the answer is no success, {@code null} if it is one */
    private static String noSuccess(Class<?> type, AnswerParser answer, Object response, Supplier<RequestInfo> request) {
        if (answer.action() != null && !answer.action().equals(ResponseAction.OK.value())
                || OutcomeRules.isFailure(answer.resultCode())) {
            return "The answer has a success status and says that the operation failed";
        }
        if (!answer.hasContent()) {
            return "The answer has no " + CONTENT.get(type).stream().sorted().collect(Collectors.joining(" and no "));
        }
        if (response instanceof ErrorBody deleted && !OutcomeRules.isSuccess(deleted.resultCode())) {
            return "The answer has no result code of a success";
        }
        if (response instanceof TokenCreateResponse created && created.accessToken() == null
                && created.jwtAccessToken() == null) {
            return "The answer says OK and has no access token";
        }
        if (response instanceof TokenUpdateResponse updated && updated.accessToken() == null && !request.get().idempotent()) {
            return "The answer says OK and does not have the new value of the access token";
        }
        return hasNegativeCount(response) ? "The answer has a negative count" : null;
    }

    private static boolean hasNegativeCount(Object response) {
        Long count = null;
        if (response instanceof TokenListResponse list) {
            count = list.totalCount();
        } else if (response instanceof TokenRevokeResponse revoked) {
            count = revoked.count();
        } else if (response instanceof TokenBatchStatusResponse batch) {
            count = batch.status().tokenCount();
        }
        return count != null && count < 0;
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
            made = CONTENT.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
                    type -> mapper.readerFor(type == Void.class ? ErrorBody.class : type)));
            readers = made;
        }
        return made;
    }
}
