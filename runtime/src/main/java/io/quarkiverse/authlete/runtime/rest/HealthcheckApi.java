package io.quarkiverse.authlete.runtime.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

/** Tells whether a server is well. It belongs to no service, and needs neither an API token nor a part of any quota. */
@Path(HealthcheckApi.PATH)
public interface HealthcheckApi {

    /** The path, below that of the base URL. */
    String PATH = "/api/lifecycle/healthcheck";

    /** @return the answer, whatever its status: status 200 with the text {@code OK} if the server is well */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    Uni<Response> ask();
}
