package io.quarkiverse.authlete.runtime.rest;

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
import io.quarkiverse.authlete.runtime.failure.DpopRefusedException;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;

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
                throw new UnwrappableException(refused(call.request(), response, body, error.get(),
                        request.getProperty(NONCE) != null, nonceSupplied));
            }
            if (body != null) {
                // For the next filter.
                response.setEntityStream(new ByteArrayInputStream(body.getBytes(UTF_8)));
            }
        }
    }

    private DpopRefusedException refused(RequestInfo request, ClientResponseContext response, String body, DpopError error,
            boolean nonceSent, boolean nonceSupplied) {
        String reason = switch (error) {
            case INVALID_DPOP_PROOF -> "The server refused the DPoP proof (invalid_dpop_proof): check the clock of this"
                    + " machine, and whether the server sees the URL that is configured";
            case USE_DPOP_NONCE -> !nonceSupplied
                    ? "The server asks for a DPoP nonce (use_dpop_nonce), but its answer has none in the header DPoP-Nonce"
                    : nonceSent
                            ? "The server refused the DPoP nonce that it had supplied, and asks for another (use_dpop_nonce)"
                            : "The server asks for a DPoP nonce (use_dpop_nonce)";
        };
        return new DpopRefusedException(
                failures.httpError(request, response.getStatus(), response.getHeaders(), body).call(), reason,
                error == DpopError.USE_DPOP_NONCE && nonceSupplied);
    }
}
