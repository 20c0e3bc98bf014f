package org.acme;

// tag::safe-creation[]
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

/** Issues tokens, and revokes the one whose value was lost with the answer. */
@ApplicationScoped
public class SafeCreation {

    private static final String MARK = "acme_creation";

    private final TokenOperations tokens;

    SafeCreation(TokenOperations tokens) {
        this.tokens = tokens;
    }

    /** @throws AuthleteException the failure of the create; a clean-up that fails too is suppressed in it */
    public TokenCreateResponse create(TokenCreateRequest request) {
        Property mark = Property.of(MARK, UUID.randomUUID().toString());
        try {
            return tokens.create(marked(request, mark));
        } catch (AuthleteException e) {
            // Without a user, the list would be that of all users.
            if (e.outcome() == Outcome.UNKNOWN && request.subject() != null) {
                revoke(request.subject(), mark, e);
            }
            throw e;
        }
    }

    private static TokenCreateRequest marked(TokenCreateRequest request, Property mark) {
        List<Property> properties = new ArrayList<>(List.of(mark));
        if (request.properties() != null) {
            properties.addAll(request.properties());
        }
        return request.toBuilder().properties(properties).build();
    }

    /** No other token has the mark, so none of another user, device or call can be hit. */
    private void revoke(String subject, Property mark, AuthleteException lost) {
        try (Stream<AccessToken> all = tokens.stream(TokenListRequest.builder().subject(subject).build())) {
            all.filter(token -> token.properties().contains(mark)).findFirst()
                    .map(token -> TokenRevokeRequest.accessToken(token.accessTokenHash())) // and its refresh token
                    .ifPresent(tokens::revoke);
        } catch (AuthleteException cleanUp) {
            lost.addSuppressed(cleanUp);
        }
    }
}
// end::safe-creation[]
