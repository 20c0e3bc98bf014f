package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkus.runtime.configuration.ConfigurationException;

class WrongUrlFailsTheStartTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideRuntimeConfigKey("quarkus.authlete.eu.url", "http://authlete.example.com")
            .assertException(failure -> {
                Throwable cause = failure;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                assertThat(cause.getClass().getName()).isEqualTo(ConfigurationException.class.getName());
                assertThat(cause).hasMessageContaining(" It is set by: ")
                        .hasMessageStartingWith("quarkus.authlete.\"eu\".url of the Authlete service 'eu' is plain http to the"
                                + " host authlete.example.com, which would send the API token unencrypted. Use https, or set"
                                + " quarkus.authlete.\"eu\".allow-plain-http=true.");
            });

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations tokens;

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}
