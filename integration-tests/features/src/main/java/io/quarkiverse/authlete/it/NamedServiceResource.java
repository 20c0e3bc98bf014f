package io.quarkiverse.authlete.it;

import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.arc.InjectableInstance;

/** A second service, injected and looked up. */
@Path("/named-service")
public class NamedServiceResource {

    private final TokenOperations emulated;
    private final InjectableInstance<TokenOperations> services;

    NamedServiceResource(@AuthleteServiceName("emulated") TokenOperations emulated,
            @Any InjectableInstance<TokenOperations> services) {
        this.emulated = emulated;
        this.services = services;
    }

    @POST
    public String create(@RestQuery String subject) {
        return emulated.create(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject(subject).build())
                .accessToken();
    }

    @GET
    public long count(@RestQuery String subject) {
        return services.select(AuthleteServiceName.Literal.of("emulated")).get()
                .list(TokenListRequest.builder().subject(subject).build()).totalCount();
    }
}
