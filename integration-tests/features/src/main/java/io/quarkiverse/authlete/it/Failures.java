package io.quarkiverse.authlete.it;

import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells the tests what the application sees of a failure. */
class Failures {

    @ServerExceptionMapper
    RestResponse<Failure> failed(AuthleteException e) {
        return ResponseBuilder.create(Status.BAD_GATEWAY, new Failure(e.getClass().getSimpleName(), e.service(),
                e.operation().toString(), e.outcome().toString(), e.status(), e.resultCode(),
                e.attempts())).build();
    }

    /** The parts of an exception that applications decide by. */
    @RegisterForReflection
    record Failure(String type, String service, String operation, String outcome, Integer status, String resultCode,
            int attempts) {
    }
}
