package io.quarkiverse.authlete.it;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.Uni;

/** The declarative REST client, with its fault-tolerance annotations. */
@Path("/rest-client")
public class RestClientResource {

    private final TokenApi api;

    RestClientResource(@RestClient TokenApi api) {
        this.api = api;
    }

    @GET
    public Uni<TokenListResponse> list(@RestQuery String subject) {
        return api.list("21653835348762", null, subject, 0, 5, TokenStatus.ALL, null);
    }
}
