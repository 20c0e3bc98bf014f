package org.acme;

// tag::first-call[]
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;

@ApplicationScoped
public class TokenService {

    @Inject
    TokenOperations tokens;

    public String issue(String subject) {
        TokenCreateResponse created = tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L)
                .subject(subject)
                .scopes("history.read", "timeline.read")
                .build());
        return created.accessToken();
    }

    public long signOutEverywhere(String subject) {
        return tokens.revoke(TokenRevokeRequest.subject(subject)).count();
    }
}
// end::first-call[]
