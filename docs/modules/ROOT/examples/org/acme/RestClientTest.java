package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The snippets of rest-client.adoc. */
@QuarkusTest
class RestClientTest {

    // tag::rest-client[]
    @Inject
    @RestClient
    TokenApi api;

    @ConfigProperty(name = "quarkus.authlete.service-id")
    String serviceId;

    Uni<TokenCreateResponse> create(long clientId) {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(clientId).build();
        return api.create(serviceId, request, null); // no headers
    }
    // end::rest-client[]

    @Test
    void create() {
        assertThat(create(42).await().indefinitely().clientId()).isEqualTo(42);
    }
}
