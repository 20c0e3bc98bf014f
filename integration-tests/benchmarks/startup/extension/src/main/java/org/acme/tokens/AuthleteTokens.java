package org.acme.tokens;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/** With the client of the extension. */
@Singleton
class AuthleteTokens implements Tokens {

    private final TokenOperations operations;

    AuthleteTokens(TokenOperations operations) {
        this.operations = operations;
    }

    @Override
    public IssuedToken issue(NewToken token) {
        TokenCreateResponse created = operations.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(token.clientId()).subject(token.subject()).scopes(token.scopes()).build());
        return new IssuedToken(created.accessToken(), created.expiresIn(), created.scopes());
    }

    @Override
    public long count(String subject) {
        return operations.list(TokenListRequest.builder().subject(subject).range(0, 20).build()).totalCount();
    }

    @Override
    public List<String> changeScopes(String token, List<String> scopes) {
        return operations.update(TokenUpdateRequest.accessToken(token).scopes(scopes).build()).scopes();
    }

    @Override
    public void delete(String token) {
        operations.delete(token);
    }

    @Override
    public long signOut(String subject) {
        return operations.revoke(TokenRevokeRequest.subject(subject)).count();
    }
}
