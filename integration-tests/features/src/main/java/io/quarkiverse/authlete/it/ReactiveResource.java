package io.quarkiverse.authlete.it;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.smallrye.mutiny.Uni;

/** Calls from the event loop. */
@Path("/reactive")
public class ReactiveResource {

    private final ReactiveTokenOperations tokens;

    ReactiveResource(ReactiveTokenOperations tokens) {
        this.tokens = tokens;
    }

    @POST
    public Uni<TokenCreateResponse> create(TokenCreateRequest request) {
        return tokens.create(request);
    }

    /** Failures as values. */
    @POST
    @Path("/attempt")
    public Uni<String> attempt(TokenCreateRequest request) {
        return TokenResult.of(tokens.create(request)).map(result -> result.fold(created -> "issued " + created.tokenId(),
                failure -> "failed: " + failure.outcome()));
    }
}
