package org.acme;

import java.util.Map;

import jakarta.ws.rs.core.Response.Status;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;

// tag::mapper[]
class AuthleteErrors {

    private static final Logger LOG = Logger.getLogger(AuthleteErrors.class);

    @ServerExceptionMapper
    RestResponse<Map<String, String>> invalid(AuthleteInvalidRequestException e) {
        return RestResponse.status(Status.BAD_REQUEST, Map.of("error", e.getMessage())); // names the field, has no value
    }

    @ServerExceptionMapper
    RestResponse<Map<String, String>> failed(AuthleteException e) {
        LOG.warn("A call to Authlete failed", e);
        return switch (e.outcome()) {
            case NOT_SENT -> ResponseBuilder.create(Status.SERVICE_UNAVAILABLE, Map.of("error", "Try again later"))
                    .header("Retry-After", e.retryAfter() == null ? 5 : e.retryAfter().toSeconds()).build();
            case REJECTED -> RestResponse.status(Status.CONFLICT, Map.of("error", "Authlete has refused this"));
            case UNKNOWN -> RestResponse.status(Status.BAD_GATEWAY, Map.of("error", "This may have been done, or not"));
        };
    }
}
// end::mapper[]
