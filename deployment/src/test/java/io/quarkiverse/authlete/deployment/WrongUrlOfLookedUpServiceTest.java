package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenServices;

/** A service that is looked up is checked at the start like one that is injected. */
class WrongUrlOfLookedUpServiceTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideRuntimeConfigKey("quarkus.authlete.tenant-a.url", "http://authlete.example.com")
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("quarkus.authlete.\"tenant-a\".url of the Authlete service 'tenant-a' is plain"
                            + " http to the host authlete.example.com"));

    @Inject
    TokenServices services;

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}
