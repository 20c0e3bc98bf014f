package org.acme.tokens;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The endpoint that both applications have. Each method makes one call. */
@Path("/tokens")
public class TokenResource {

    private final Tokens tokens;

    TokenResource(Tokens tokens) {
        this.tokens = tokens;
    }

    @POST
    public IssuedToken issue(NewToken token) {
        return tokens.issue(token);
    }

    @GET
    public long count(@RestQuery String subject) {
        return tokens.count(subject);
    }

    @PUT
    @Path("/{token}/scopes")
    public List<String> changeScopes(@RestPath String token, List<String> scopes) {
        return tokens.changeScopes(token, scopes);
    }

    @DELETE
    @Path("/{token}")
    public void delete(@RestPath String token) {
        tokens.delete(token);
    }

    @DELETE
    public long signOut(@RestQuery String subject) {
        return tokens.signOut(subject);
    }
}
