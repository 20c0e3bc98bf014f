package io.quarkiverse.authlete.runtime.restclient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;

import org.jboss.resteasy.reactive.client.impl.PreservesThreadClientResponseFilter;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.common.core.UnwrappableException;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.credentials.ApiTokens;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;

/**
 * Turns every call that has no success status into an {@link AuthleteException}. A response filter and not a
 * {@code ResponseExceptionMapper}, because only a filter is told which call it was and whether the request was sent.
 */
final class FailureFilter implements PreservesThreadClientResponseFilter {

    /** An error page may be long, and all of it would be kept with the exception. */
    private static final int LONGEST_ERROR_BODY = 64 * 1024;

    /** Says that it is not done yet, if it ever will be (RFC 9110, 15.3.3). */
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final FailureFactory failures;
    private final ApiTokens tokens;
    private final Supplier<ServerRoute> route;

    FailureFilter(FailureFactory failures, ApiTokens tokens, Supplier<ServerRoute> route) {
        this.failures = failures;
        this.tokens = tokens;
        this.route = route;
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        RestClientRequestContext context = ((ResteasyReactiveClientRequestContext) request)
                .unwrap(RestClientRequestContext.class);
        AuthleteException failure = failure(context, response);
        if (failure != null) {
            throw new UnwrappableException(failure);
        }
    }

    private AuthleteException failure(RestClientRequestContext context, ClientResponseContext response) throws IOException {
        CallInfo call = CallInfo.of(context);
        int status = context.getResponseStatus();
        call.answered(status);
        if (context.getThrowable() instanceof AuthleteException thrownBefore) {
            return thrownBefore;
        }
        if (status == UNAUTHORIZED) {
            tokens.refused(call.apiToken());
        }
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            return failures.proxyRefused(call.request(), status, response.getHeaders(), body(response), route.get());
        }
        if (status >= 300) {
            return failures.httpError(call.request(), status, response.getHeaders(), body(response));
        }
        if (context.getThrowable() != null) {
            return failures.transport(call.request(), context.getThrowable(), context.getHttpClientRequest() != null,
                    route.get());
        }
        if (!response.hasEntity() && (call.operation() != TokenOperation.DELETE || status == ACCEPTED)) {
            return failures.unreadable(call.request(), status, response.getHeaders(), "The answer has no body");
        }
        return null;
    }

    /** @return the body, or what is kept of it; {@code null} if there is none */
    static String body(ClientResponseContext response) throws IOException {
        if (!response.hasEntity()) {
            return null;
        }
        try (InputStream stream = response.getEntityStream()) {
            return new String(stream.readNBytes(LONGEST_ERROR_BODY), StandardCharsets.UTF_8);
        }
    }
}
