package org.acme;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

// tag::safe-creation[]
/** Issues tokens, and leaves none behind that nobody knows. */
@ApplicationScoped
public class SafeCreation {

    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(2); // between Authlete and this machine

    private final TokenOperations tokens;

    SafeCreation(TokenOperations tokens) {
        this.tokens = tokens;
    }

    public TokenCreateResponse create(TokenCreateRequest request) {
        Instant before = Instant.now().minus(CLOCK_DIFFERENCE);
        try {
            return tokens.create(request);
        } catch (AuthleteException e) {
            if (e.outcome() == Outcome.UNKNOWN) {
                createdSince(before, request).forEach(this::revoke);
            }
            throw e; // it has failed, and now it is certain that there is no token
        }
    }

    private List<AccessToken> createdSince(Instant before, TokenCreateRequest request) {
        return tokens.list(TokenListRequest.all()
                .client(request.clientId())
                .subject(request.subject())
                .range(0, 1000)) // more than a user ever has with one client
                .accessTokens().stream()
                .filter(token -> !token.creationTime().isBefore(before))
                .toList();
    }

    private void revoke(AccessToken token) {
        tokens.revoke(TokenRevokeRequest.accessToken(token.accessTokenHash())); // and its refresh token
    }
}
// end::safe-creation[]
