package io.quarkiverse.authlete.deployment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Changed while the application runs, see {@link EmulatorOverLiveReloadsTest}. */
@Path("/tokens")
public class TokenCountResource {

    private final TokenOperations tokens;

    TokenCountResource(TokenOperations tokens) {
        this.tokens = tokens;
    }

    @GET
    public String count() {
        return "before " + tokens.list(TokenListRequest.all()).totalCount();
    }

    @POST
    public void create() {
        tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build());
    }
}
