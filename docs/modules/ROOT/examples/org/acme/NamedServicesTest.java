package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenServices;
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

    // tag::by-name[]
    @Inject
    TokenServices services;

    long count(String tenant, String subject) {
        return services.of(tenant).list(TokenListRequest.builder().subject(subject).range(0, 0).build()).totalCount();
    }

    long countEverywhere(String subject) {
        return services.names().stream().mapToLong(name -> count(name, subject)).sum();
    }
    // end::by-name[]

    @Test
    void eachServiceHasItsOwnTokens() {
        eu.create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(123456).build());

        TokenListRequest ofTheClient = TokenListRequest.builder().clientIdentifier(123456).build();
        assertThat(eu.list(ofTheClient).totalCount()).isEqualTo(1);
        assertThat(reactiveEu.list(ofTheClient).await().indefinitely().totalCount()).isEqualTo(1);
        assertThat(services.of("eu").list(ofTheClient).totalCount()).isEqualTo(1);
        assertThat(tokens.list(ofTheClient).totalCount()).isZero();
        assertThat(br.get().list(ofTheClient).totalCount()).isZero();
    }

    @Test
    void theEmulatorConfiguresAll() {
        assertThat(brazilIsConfigured()).isTrue();
        assertThat(services.names()).contains("<default>", "eu", "br");
    }

    @Test
    void byName() {
        eu.create(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject("by-name").build());

        assertThat(count("eu", "by-name")).isEqualTo(1);
        assertThat(countEverywhere("by-name")).isEqualTo(1);
    }
}
