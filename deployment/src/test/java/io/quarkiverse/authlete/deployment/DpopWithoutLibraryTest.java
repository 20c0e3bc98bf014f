package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;

/** An application that configures DPoP without having the JOSE library does not start. */
class DpopWithoutLibraryTest {

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .overrideConfigKey("quarkus.class-loading.removed-artifacts", "org.bitbucket.b_c:jose4j")
            .overrideRuntimeConfigKey("quarkus.authlete.eu.dpop.jwk", TestKeys.ec(256))
            .assertException(failure -> assertThat(failure).hasMessage("quarkus.authlete.\"eu\".dpop.* of the Authlete"
                    + " service 'eu' needs a library that the application does not have: add the dependency"
                    + " org.bitbucket.b_c:jose4j."));

    @Inject
    @AuthleteServiceName("eu")
    TokenOperations tokens;

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}
