package org.acme.tokens;

import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;

/** What our own callers see when a call to Authlete fails. */
class TokenErrors {

    private static final Logger LOG = Logger.getLogger(TokenErrors.class);

    @ServerExceptionMapper
    RestResponse<Map<String, String>> invalid(AuthleteInvalidRequestException e) {
        return error(Status.BAD_REQUEST, e.field() + ": " + e.getMessage());
    }

    @ServerExceptionMapper
    RestResponse<Map<String, String>> failed(AuthleteException e) {
        LOG.warn("A call to Authlete failed", e);
        if (e.outcome() == Outcome.REJECTED) {
            // The result message of the server may quote a token, so it stays in the exception.
            Status status = e.status().filter(code -> code == 404).isPresent() ? Status.NOT_FOUND : Status.CONFLICT;
            return error(status, "Authlete has refused this: " + e.resultCode().orElse("no result code"));
        }
        return error(Status.BAD_GATEWAY, "Authlete could not be reached or did not answer properly");
    }

    private static RestResponse<Map<String, String>> error(Status status, String message) {
        return ResponseBuilder.create(status, Map.of("error", message)).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
