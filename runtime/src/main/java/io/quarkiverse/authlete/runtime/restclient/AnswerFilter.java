package io.quarkiverse.authlete.runtime.restclient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;

import org.jboss.resteasy.reactive.client.impl.PreservesThreadClientResponseFilter;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.common.core.UnwrappableException;

import io.netty.handler.codec.DecoderException;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.ServerRoute;
import io.quarkiverse.authlete.runtime.transport.ErrorAnswers;
import io.vertx.core.http.HttpClientRequest;

/**
 * Turns every call that has no success status into an {@link AuthleteException}. A response filter and not a
 * {@code ResponseExceptionMapper}, because only a filter is told which call it was and whether the request was sent. It is
 * also the one class that knows what the REST client does not publish: why there is no answer, how a filter stays on its
 * thread, and how an exception gets out of it as it is.
 */
final class AnswerFilter implements PreservesThreadClientResponseFilter {

    /** An error page may be long, and all of it would be kept with the exception. */
    private static final int LONGEST_ERROR_BODY = 64 * 1024;
    private static final int FIRST_FINAL_STATUS = 200;
    private static final int FIRST_ERROR_STATUS = 300;
    /** Says that it is not done yet, if it ever will be (RFC 9110, 15.3.3). */
    private static final int ACCEPTED = 202;

    private final FailureFactory failures;
    private final ErrorAnswers errors;
    private final ServerRoute route;

    AnswerFilter(FailureFactory failures, ErrorAnswers errors, ServerRoute route) {
        this.failures = failures;
        this.errors = errors;
        this.route = route;
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        ResteasyReactiveClientRequestContext context = (ResteasyReactiveClientRequestContext) request;
        AuthleteException failure = failure(CallInfo.of(request), response,
                context.unwrap(RestClientRequestContext.class).getThrowable(),
                context.unwrap(HttpClientRequest.class) != null);
        if (failure != null) {
            throw new UnwrappableException(failure);
        }
    }

    private AuthleteException failure(CallInfo call, ClientResponseContext response, Throwable thrown, boolean written)
            throws IOException {
        if (thrown instanceof AuthleteException thrownBefore) {
            return thrownBefore;
        }
        int status = response.getStatus();
        call.answered(status);
        if (status >= FIRST_ERROR_STATUS) {
            return errors.failure(call.request(), status, response.getHeaders(), body(response), call.apiToken(),
                    call.nonce());
        }
        if (thrown != null) {
            return failures.transport(call.request(), thrown, written, route);
        }
        if (status < FIRST_FINAL_STATUS) {
            return failures.transport(call.request(),
                    new DecoderException("Status " + status + " is not that of an answer"), true, route);
        }
        errors.rememberNonce(response::getHeaders);
        if (!response.hasEntity() && (call.operation() != TokenOperation.DELETE || status == ACCEPTED)) {
            return failures.unreadable(call.request(), status, response.getHeaders(), "The answer has no body");
        }
        return null;
    }

    /** @return the body, or what is kept of it; {@code null} if there is none */
    private static String body(ClientResponseContext response) throws IOException {
        if (!response.hasEntity()) {
            return null;
        }
        try (InputStream stream = response.getEntityStream()) {
            return new String(stream.readNBytes(LONGEST_ERROR_BODY), StandardCharsets.UTF_8);
        }
    }
}
