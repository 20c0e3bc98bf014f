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

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.transport.Answers;
import io.vertx.core.http.HttpClientRequest;

/**
 * Turns every call that has no success status into an {@link AuthleteException}. A response filter and not a
 * {@code ResponseExceptionMapper}, because only a filter is told which call it was and whether the request was sent. It is
 * also the one class that knows what the REST client does not publish: why there is no answer, how a filter stays on its
 * thread, and how an exception gets out of it as it is.
 */
record AnswerFilter(Answers answers) implements PreservesThreadClientResponseFilter {

    /** An error page may be long, and all of it would be kept with the exception. */
    private static final int LONGEST_ERROR_BODY = 64 * 1024;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        ResteasyReactiveClientRequestContext context = (ResteasyReactiveClientRequestContext) request;
        try {
            check(CallInfo.of(request), response, context.unwrap(RestClientRequestContext.class).getThrowable(),
                    context.unwrap(HttpClientRequest.class) != null);
        } catch (AuthleteException e) {
            throw new UnwrappableException(e);
        }
    }

    private void check(CallInfo call, ClientResponseContext response, Throwable thrown, boolean written) throws IOException {
        if (thrown instanceof AuthleteException thrownBefore) {
            throw thrownBefore;
        }
        int status = response.getStatus();
        call.answered(status);
        if (status >= Answers.FIRST_ERROR) {
            throw answers.failure(call.request(), status, response.getHeaders(), body(response), call.apiToken(),
                    call.nonce());
        }
        if (thrown != null) {
            throw answers.missing(call.request(), thrown, written);
        }
        if (status < Answers.FIRST_FINAL) {
            throw answers.notFinal(call.request(), status);
        }
        answers.checkSuccess(call.endpoint().responseType(), call::request, status, response::getHeaders,
                response.hasEntity());
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
