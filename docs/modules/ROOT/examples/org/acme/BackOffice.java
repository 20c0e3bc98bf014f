package org.acme;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.smallrye.mutiny.Multi;

// tag::back-office[]
/** What the staff sees and does. Let only the staff in: this has no security of its own. */
@Path("/back-office")
public class BackOffice {

    public record Session(String hash, long clientId, List<String> scopes, Instant since, Instant accessUntil) {

        static Session of(AccessToken token) {
            return new Session(token.accessTokenHash(), token.clientId(), token.scopes(), token.creationTime(),
                    token.accessTokenExpiry());
        }
    }

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @GET
    @Path("/users/{subject}/sessions")
    public List<Session> sessions(@RestPath String subject, @RestQuery int page) {
        return tokens.list(TokenListRequest.builder().subject(subject).range(20 * page, 20 * page + 20).build())
                .accessTokens().stream().map(Session::of).toList();
    }

    @DELETE
    @Path("/users/{subject}/sessions")
    public long signOutEverywhere(@RestPath String subject) {
        return tokens.revoke(TokenRevokeRequest.subject(subject)).count();
    }

    /** Sent while it is read: neither the number of tokens nor the time that it takes matters. */
    @GET
    @Path("/sessions.csv")
    @Produces("text/csv")
    public Multi<String> export() {
        Multi<String> lines = reactive.stream(TokenListRequest.all()).map(BackOffice::line);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item("since,client,subject,scopes\n"), lines);
    }

    private static String line(AccessToken token) {
        String subject = token.subject() == null ? "" : token.subject().replace("\"", "\"\"");
        return "%s,%d,\"%s\",%s%n".formatted(token.creationTime(), token.clientId(), subject, String.join(" ", token.scopes()));
    }
}
// end::back-office[]
