package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of services.adoc. */
@QuarkusTest
class NamedServicesTest {

    // tag::inject[]
    @Inject
    TokenOperations tokens; // quarkus.authlete.*

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations eu; // quarkus.authlete."eu".*

    @Inject
    @AuthleteServiceName("eu")
    ReactiveTokenOperations reactiveEu;
    // end::inject[]

    // tag::active[]
    @Inject
    @AuthleteServiceName("br")
    InjectableInstance<TokenOperations> br;

    boolean brazilIsConfigured() {
        return br.getHandle().getBean().isActive();
    }
    // end::active[]

    // tag::select[]
    @Inject
    @Any
    InjectableInstance<TokenOperations> services;

    TokenOperations service(String name) {
        return services.select(AuthleteServiceName.Literal.of(name)).get();
    }

    List<TokenOperations> configuredServices() {
        return services.listActive();
    }
    // end::select[]

    @Test
    void eachServiceHasItsOwnTokens() {
        eu.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(123456).build());

        TokenListRequest ofTheClient = TokenListRequest.all().client(123456);
        assertThat(eu.list(ofTheClient).totalCount()).isEqualTo(1);
        assertThat(reactiveEu.list(ofTheClient).await().indefinitely().totalCount()).isEqualTo(1);
        assertThat(service("eu").list(ofTheClient).totalCount()).isEqualTo(1);
        assertThat(tokens.list(ofTheClient).totalCount()).isZero();
        assertThat(br.get().list(ofTheClient).totalCount()).isZero();
    }

    @Test
    void theEmulatorConfiguresAll() {
        assertThat(brazilIsConfigured()).isTrue();
        assertThat(configuredServices()).contains(tokens, eu, br.get());
    }
}
