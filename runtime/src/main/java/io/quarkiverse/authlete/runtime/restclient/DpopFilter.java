package io.quarkiverse.authlete.runtime.restclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.client.impl.PreservesThreadClientResponseFilter;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;
import org.jboss.resteasy.reactive.common.core.UnwrappableException;

import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.dpop.DpopError;
import io.quarkiverse.authlete.runtime.dpop.ServiceDpop;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;

/**
 * Sends the API token with a DPoP proof, a new one for each attempt, and looks into each answer for a nonce. As a request
 * filter it comes after the one that has put the API token into the request, as a response filter before
 * {@link FailureFilter}: a proof that was refused is no reason to renew the API token.
 */
final class DpopFilter implements ResteasyReactiveClientRequestFilter, PreservesThreadClientResponseFilter {

    /** Request filters run in ascending order, response filters in descending order. */
    static final int PRIORITY = Priorities.USER + 1;

    private static final String NONCE = "io.quarkiverse.authlete.dpop-nonce";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final ServiceDpop dpop;
    private final FailureFactory failures;

    DpopFilter(ServiceDpop dpop, FailureFactory failures) {
        this.dpop = dpop;
        this.failures = failures;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        String token = CallInfo.of(request.unwrap(RestClientRequestContext.class)).apiToken();
        String nonce = dpop.nonce();
        request.setProperty(NONCE, nonce);
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "DPoP " + token);
        try {
            request.getHeaders().putSingle("DPoP", dpop.proof(request.getMethod(), request.getUri(), token, nonce));
        } catch (RuntimeException e) {
            request.suspend();
            request.resume(failures.other(CallInfo.of(request.unwrap(RestClientRequestContext.class)).request(), e,
                    Outcome.NOT_SENT, "The DPoP proof could not be signed"));
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        RestClientRequestContext context = ((ResteasyReactiveClientRequestContext) request)
                .unwrap(RestClientRequestContext.class);
        int status = context.getResponseStatus();
        if (status == 0) {
            // There was no answer.
            return;
        }
        List<String> nonces = response.getHeaders().get("DPoP-Nonce");
        boolean nonceSupplied = nonces != null && dpop.remember(nonces.get(0));
        if (status == UNAUTHORIZED || status == BAD_REQUEST) {
            String body = FailureFilter.body(response);
            Optional<DpopError> error = DpopError.in(
                    response.getHeaders().getOrDefault(HttpHeaders.WWW_AUTHENTICATE, List.of()), body);
            if (error.isPresent()) {
                CallInfo call = CallInfo.of(context);
                // No further response filter is called.
                call.answered(status);
                throw new UnwrappableException(failures.dpopRefused(call.request(), status, response.getHeaders(), body,
                        error.get(), request.getProperty(NONCE) != null, nonceSupplied));
            }
            if (body != null) {
                // For the next filter.
                response.setEntityStream(new ByteArrayInputStream(body.getBytes(UTF_8)));
            }
        }
    }
}
