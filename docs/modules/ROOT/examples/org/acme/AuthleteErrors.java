package org.acme;

import java.time.Duration;
import java.util.Map;

import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResponseException;
import io.quarkiverse.authlete.error.Outcome;

// tag::mapper[]
class AuthleteErrors {

    private static final Logger LOG = Logger.getLogger(AuthleteErrors.class);

    @ServerExceptionMapper
    RestResponse<Map<String, String>> invalid(AuthleteInvalidRequestException e) {
        return answer(Status.BAD_REQUEST, e.getMessage()).build(); // names the field, has no value
    }

    @ServerExceptionMapper
    RestResponse<Map<String, String>> failed(AuthleteException e) {
        LOG.warn("A call to Authlete failed", e);
        if (e.outcome() == Outcome.UNKNOWN) {
            return answer(Status.BAD_GATEWAY, "This may have been done, or not").build();
        }
        if (e.outcome() == Outcome.NOT_SENT || e.retryAfter() != null) { // 429, for example
            Duration wait = e.retryAfter() == null ? Duration.ofSeconds(5) : e.retryAfter();
            return answer(Status.SERVICE_UNAVAILABLE, "Try again later").header("Retry-After", wait.toSeconds()).build();
        }
        if (e instanceof AuthleteResponseException answered && (answered.status() == 401 || answered.status() == 403)) {
            // It is our API token, not the caller's.
            return answer(Status.INTERNAL_SERVER_ERROR, "The access to Authlete is not set up").build();
        }
        return answer(Status.CONFLICT, "Authlete refused this").build();
    }

    private static ResponseBuilder<Map<String, String>> answer(Status status, String error) {
        return ResponseBuilder.create(status, Map.of("error", error));
    }
}
// end::mapper[]
