package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** The ID of the service itself wins over that of the Dev Services. */
class EmulatedServiceIdTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.service-id", "42")
            .overrideConfigKey("quarkus.authlete.devservices.service-id", "4711");

    @Inject
    TokenOperations tokens;

    @ConfigProperty(name = "quarkus.authlete.service-id")
    String serviceId;

    @Test
    void theConfiguredOneIsEmulated() {
        assertThat(serviceId).isEqualTo("42");
        assertThat(tokens.list(TokenListRequest.all(), RequestOptions.builder().serviceId(42).build()).totalCount()).isZero();
    }
}
