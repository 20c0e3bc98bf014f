package org.acme.tokens;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;

/** What an administrator of the authorization server does with access tokens. */
@Path("/tokens")
public class TokenResource {

    private final TokenOperations tokens;

    TokenResource(TokenOperations tokens) {
        this.tokens = tokens;
    }

    @GET
    public TokenListResponse list(@RestQuery String client, @RestQuery String subject, @RestQuery TokenStatus status,
            @RestQuery Integer start, @RestQuery Integer end) {
        int first = start == null ? 0 : start;
        return tokens.list(TokenListRequest.builder().clientIdentifier(client).subject(subject).tokenStatus(status)
                .range(first, end == null ? first + 20 : end).build());
    }

    @POST
    @ResponseStatus(201)
    public TokenCreateResponse create(NewToken token) {
        required(token, "The body");
        required(token.grantType(), "grantType");
        return tokens.create(TokenCreateRequest.builder(GrantType.of(token.grantType()))
                .clientId(token.clientId())
                .subject(token.subject())
                .scopes(token.scopes())
                .build());
    }

    @PATCH
    @Path("/{hash}")
    public TokenUpdateResponse update(@RestPath String hash, TokenChange change) {
        required(change, "The body");
        TokenUpdateRequest.Builder request = TokenUpdateRequest.accessTokenHash(hash);
        if (change.scopes() != null) {
            request.scopes(change.scopes());
        }
        if (change.expiresAt() != null) {
            request.accessTokenExpiresAt(change.expiresAt());
        }
        return tokens.update(request.build());
    }

    @DELETE
    @Path("/{hash}")
    public void delete(@RestPath String hash) {
        tokens.delete(hash);
    }

    @POST
    @Path("/revocations")
    public TokenRevokeResponse revoke(Revocation revocation) {
        required(revocation, "The body");
        return tokens.revoke(revocation.token() != null ? TokenRevokeRequest.accessToken(revocation.token())
                : TokenRevokeRequest.subject(revocation.subject()));
    }

    private static void required(Object value, String name) {
        if (value == null) {
            throw new BadRequestException(name + " is missing");
        }
    }
}
