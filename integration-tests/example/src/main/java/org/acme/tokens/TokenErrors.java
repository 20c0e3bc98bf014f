package org.acme.tokens;

import java.util.Map;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** What our own callers see when a call to Authlete fails. */
class TokenErrors {

    private static final Logger LOG = Logger.getLogger(TokenErrors.class);

    @ServerExceptionMapper
    RestResponse<Map<String, String>> invalid(AuthleteInvalidRequestException e) {
        return error(Status.BAD_REQUEST, e.field() + ": " + e.getMessage());
    }

    @ServerExceptionMapper
    RestResponse<Map<String, String>> incomplete(BadRequestException e) {
        return error(Status.BAD_REQUEST, e.getMessage());
    }

    @ServerExceptionMapper
    RestResponse<Map<String, String>> failed(AuthleteException e) {
        LOG.warn("A call to Authlete failed", e);
        int code = e.status() == null ? 0 : e.status();
        if (code == 429) {
            return answer(Status.SERVICE_UNAVAILABLE, "Authlete takes no more calls for now")
                    .header("Retry-After", e.retryAfter() == null ? 1 : e.retryAfter().toSeconds()).build();
        }
        if (e.outcome() != Outcome.REJECTED || code == 401 || code == 403) {
            return error(Status.BAD_GATEWAY, "Authlete could not be reached, refused our access or did not answer properly");
        }
        // The result message of the server may quote a token, so it stays in the exception.
        return error(refused(e, code),
                "Authlete has refused this: " + (e.resultCode() == null ? "no result code" : e.resultCode()));
    }

    private static Status refused(AuthleteException e, int code) {
        if (code == 404 || ResponseAction.NOT_FOUND.equals(action(e))) {
            return Status.NOT_FOUND;
        }
        return code == 400 || ResponseAction.BAD_REQUEST.equals(action(e)) ? Status.BAD_REQUEST : Status.CONFLICT;
    }

    /** Create and update are refused with HTTP status 200 and an action. */
    private static ResponseAction action(AuthleteException e) {
        if (!(e instanceof AuthleteActionException refusal)) {
            return null;
        }
        return refusal.response() instanceof TokenUpdateResponse updated ? updated.action()
                : ((TokenCreateResponse) refusal.response()).action();
    }

    private static RestResponse<Map<String, String>> error(Status status, String message) {
        return answer(status, message).build();
    }

    private static ResponseBuilder<Map<String, String>> answer(Status status, String message) {
        return ResponseBuilder.create(status, Map.of("error", message)).type(MediaType.APPLICATION_JSON_TYPE);
    }
}
