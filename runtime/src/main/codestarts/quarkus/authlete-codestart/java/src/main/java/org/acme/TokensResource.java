package org.acme;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

@Path("/tokens")
public class TokensResource {

    @Inject
    TokenOperations tokens;

    @POST
    public String issue(@RestQuery String subject) {
        return tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L)
                .subject(subject)
                .scopes("history.read")
                .build()).accessToken();
    }

    @GET
    public List<AccessToken> list(@RestQuery String subject) {
        return tokens.list(TokenListRequest.builder().subject(subject).range(0, 20).build()).accessTokens();
    }
}
