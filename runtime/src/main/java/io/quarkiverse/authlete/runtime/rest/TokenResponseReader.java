package io.quarkiverse.authlete.runtime.rest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ClientMessageBodyReader;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.json.TokenJson;

/** Reads the answers of the API, whatever media type they claim, and refuses those whose action is not OK. */
final class TokenResponseReader implements ClientMessageBodyReader<TokenResponse> {

    private final FailureFactory failures;
    private final Map<Class<?>, ObjectReader> readers;

    TokenResponseReader(FailureFactory failures) {
        this.failures = failures;
        ObjectMapper mapper = TokenJson.newMapper();
        this.readers = Stream
                .of(TokenListResponse.class, TokenCreateResponse.class, TokenUpdateResponse.class, TokenRevokeResponse.class)
                .collect(Collectors.toMap(Function.identity(), mapper::readerFor));
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return readers.containsKey(type);
    }

    @Override
    public TokenResponse readFrom(Class<TokenResponse> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body) {
        throw new UnsupportedOperationException("Only the REST client calls this reader, with its context");
    }

    @Override
    public TokenResponse readFrom(Class<TokenResponse> type, Type genericType, Annotation[] annotations,
            MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body,
            RestClientRequestContext context) {
        CallInfo call = CallInfo.of(context);
        TokenResponse response;
        try {
            response = readers.get(type).readValue(body);
        } catch (IOException e) {
            throw failures.unreadable(call.request(), context.getResponseStatus(), headers, describe(e));
        }
        if (response == null) {
            throw failures.unreadable(call.request(), context.getResponseStatus(), headers, "The answer is null");
        }
        AuthleteException refusal = null;
        if (response instanceof TokenCreateResponse created && !ResponseAction.OK.equals(created.action())) {
            refusal = failures.action(call.request(), headers, created.action(), created.resultCode(),
                    created.resultMessage(), response);
        } else if (response instanceof TokenUpdateResponse updated && !ResponseAction.OK.equals(updated.action())) {
            refusal = failures.action(call.request(), headers, updated.action(), updated.resultCode(),
                    updated.resultMessage(), response);
        }
        if (refusal != null) {
            throw refusal;
        }
        return response;
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
}
