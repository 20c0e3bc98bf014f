package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;

/** The REST client has no SOCKS, so it must not go without a proxy. */
class SocksProxyTest {

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .overrideRuntimeConfigKey("quarkus.authlete.proxy-configuration-name", "socks")
            .overrideRuntimeConfigKey("quarkus.proxy.socks.host", "localhost")
            .overrideRuntimeConfigKey("quarkus.proxy.socks.port", "1080")
            .overrideRuntimeConfigKey("quarkus.proxy.socks.type", "socks5")
            .assertException(failure -> {
                Throwable cause = failure;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                assertThat(cause).hasMessageContaining(" It is set by: ")
                        .hasMessageStartingWith("quarkus.authlete.proxy-configuration-name of the Authlete service '<default>'"
                                + " names a proxy that is not for HTTP: set quarkus.proxy.\"socks\".type=http.");
            });

    @Inject
    TokenOperations tokens;

    @Test
    void notReached() {
        Assertions.fail("The application must not start");
    }
}
