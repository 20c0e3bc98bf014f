package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** Switches that turn verification off for all clients of an application do not turn it off for those of Authlete. */
class GlobalTlsTest {

    private static final Path FILES = TestAuthority.directory(GlobalTlsTest.class);
    private static final int PORT = Ports.of(GlobalTlsTest.class, "server");

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class, Ports.class))
            .setBeforeAllCustomizer(() -> new TestAuthority("ca").issue("localhost").store(FILES.resolve("server.p12")))
            .overrideRuntimeConfigKey("quarkus.tls.trust-all", "true")
            .overrideRuntimeConfigKey("quarkus.tls.of-all-clients.trust-all", "true")
            .overrideRuntimeConfigKey("quarkus.rest-client.tls-configuration-name", "of-all-clients")
            .overrideRuntimeConfigKey("quarkus.rest-client.verify-host", "false")
            .service(null, "https://localhost:" + PORT);

    static TlsServer server;

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @BeforeAll
    static void startServer() {
        server = TlsServer.start(PORT, FILES.resolve("server.p12"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void theServerIsNotTrusted() {
        assertThatThrownBy(() -> tokens.list(TokenListRequest.all())).isInstanceOf(AuthleteConnectionException.class)
                .hasMessageContaining("is not trusted");
        assertThatThrownBy(() -> api.list("1", null, null, null, null, null, null).await().indefinitely())
                .isInstanceOf(AuthleteConnectionException.class).hasMessageContaining("is not trusted");
        assertThat(server.clients()).isEmpty();
    }
}
