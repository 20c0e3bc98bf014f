package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;

class UnknownTlsConfigurationFailsTheStartTest {

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .overrideRuntimeConfigKey("quarkus.authlete.eu.tls-configuration-name", "nowhere")
            .assertException(failure -> {
                Throwable cause = failure;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                assertThat(cause).hasMessageContaining(" It is set by: ").hasMessageStartingWith(
                        "quarkus.authlete.\"eu\".tls-configuration-name of the Authlete service 'eu' names"
                                + " a TLS configuration that does not exist: set the properties quarkus.tls.\"nowhere\".*.");
            });

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations tokens;

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}
