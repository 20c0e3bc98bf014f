package org.acme.tokens;

import java.util.List;

import jakarta.inject.Singleton;

import org.acme.tokens.TokenApi.CreateRequest;
import org.acme.tokens.TokenApi.CreateResponse;
import org.acme.tokens.TokenApi.RevokeRequest;
import org.acme.tokens.TokenApi.UpdateRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** With a REST client of the application's own. */
@Singleton
class HandWrittenTokens implements Tokens {

    private final TokenApi api;
    private final String serviceId;

    HandWrittenTokens(@RestClient TokenApi api, @ConfigProperty(name = "tokens.service-id") String serviceId) {
        this.api = api;
        this.serviceId = serviceId;
    }

    @Override
    public IssuedToken issue(NewToken token) {
        CreateResponse created = api.create(serviceId,
                new CreateRequest("AUTHORIZATION_CODE", token.clientId(), token.subject(), token.scopes()));
        return new IssuedToken(created.accessToken(), created.expiresIn(), created.scopes());
    }

    @Override
    public long count(String subject) {
        return api.list(serviceId, subject, 0, 20).totalCount();
    }

    @Override
    public List<String> changeScopes(String token, List<String> scopes) {
        return api.update(serviceId, new UpdateRequest(token, scopes)).scopes();
    }

    @Override
    public void delete(String token) {
        api.delete(serviceId, token);
    }

    @Override
    public long signOut(String subject) {
        return api.revoke(serviceId, new RevokeRequest(subject)).count();
    }
}
