package org.acme.devui;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The application that is looked at in the Dev UI. */
@Path("/tokens")
public class TokenResource {

    private final TokenOperations tokens;
    private final AuthleteEmulator emulator;

    TokenResource(TokenOperations tokens, AuthleteEmulator emulator) {
        this.tokens = tokens;
        this.emulator = emulator;
    }

    @GET
    public String count() {
        return "tokens: " + tokens.list(TokenListRequest.all()).totalCount();
    }

    @GET
    @Path("/emulator")
    public String emulator() {
        return emulator.url() + " " + emulator.serviceId();
    }

    @POST
    public void create(@RestQuery int count, @RestQuery long client, @RestQuery String subject) {
        for (int i = 0; i < count; i++) {
            tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(client).subject(subject)
                    .scopes("history.read", "timeline.read").build());
        }
    }
}
