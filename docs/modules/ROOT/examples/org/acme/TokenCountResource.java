package org.acme;

// tag::reactive[]
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.smallrye.mutiny.Uni;

@Path("/token-count")
public class TokenCountResource {

    @Inject
    ReactiveTokenOperations tokens;

    @GET
    public Uni<Long> count(@RestQuery String subject) { // runs on the event loop
        return tokens.list(TokenListRequest.builder().subject(subject).range(0, 0).build())
                .map(TokenListResponse::totalCount);
    }
}
// end::reactive[]
