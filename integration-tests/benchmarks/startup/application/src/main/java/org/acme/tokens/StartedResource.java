package org.acme.tokens;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers without a call, like a liveness probe: the first answer tells when the application serves requests. */
@Path("/started")
public class StartedResource {

    @GET
    public String started() {
        return "yes";
    }
}
