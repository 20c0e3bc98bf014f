package io.quarkiverse.authlete.deployment;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Changed while the application runs, see {@link EmulatorOverLiveReloadsTest}. */
@Path("/")
public class EmulatorStateResource {

    private final TokenOperations tokens;
    private final AuthleteEmulator emulator;

    EmulatorStateResource(TokenOperations tokens, AuthleteEmulator emulator) {
        this.tokens = tokens;
        this.emulator = emulator;
    }

    @GET
    @Path("tokens")
    public String tokens() {
        return "before " + tokens.list(TokenListRequest.all()).totalCount();
    }

    @POST
    @Path("tokens")
    public void create() {
        tokens.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build());
    }

    @GET
    @Path("requests")
    public String requests() {
        return "before " + emulator.requests().size();
    }

    @DELETE
    public void reset() {
        emulator.reset();
    }
}
