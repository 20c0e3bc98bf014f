package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The emulator stands in for services that only the configuration names, that of production included. */
class EmulatedLookedUpServicesTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.tenant-a.service-id", "42")
            .overrideConfigKey("%prod.quarkus.authlete.\"tenant-b\".region", "eu")
            .overrideConfigKey("%prod.quarkus.authlete.\"tenant-b\".service-id", "43")
            .overrideConfigKey("quarkus.authlete.elsewhere.url", "https://authlete.example.com");

    @Inject
    TokenServices services;

    @Test
    void eachHasItsOwnTokens() {
        assertThat(services.names()).containsExactly("tenant-a", "tenant-b");

        services.of("tenant-a").create(TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1).build());

        assertThat(services.of("tenant-a").list(TokenListRequest.all()).totalCount()).isOne();
        assertThat(services.of("tenant-b").list(TokenListRequest.all()).totalCount()).isZero();
    }
}
