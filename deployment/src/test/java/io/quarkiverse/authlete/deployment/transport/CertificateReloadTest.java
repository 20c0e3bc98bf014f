package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** Certificates that are replaced on disk are used for new connections, without a restart. */
class CertificateReloadTest {

    private static final Path FILES = TestAuthority.directory(CertificateReloadTest.class);
    private static final Path TRUSTED = FILES.resolve("ca.pem");
    private static final Path CLIENT = FILES.resolve("client.p12");
    private static final Path SERVER = FILES.resolve("server.p12");
    private static final Path TRUSTED_BY_SERVER = FILES.resolve("clients.p12");

    private static final int PORT = Ports.of(CertificateReloadTest.class, "server");

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class, Ports.class))
            .setBeforeAllCustomizer(CertificateReloadTest::makeCertificates)
            .service(null, "https://localhost:" + PORT)
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.tls-configuration-name", "mutual")
            .overrideRuntimeConfigKey("quarkus.tls.mutual.trust-store.pem.certs", TRUSTED.toString())
            .overrideRuntimeConfigKey("quarkus.tls.mutual.key-store.p12.path", CLIENT.toString())
            .overrideRuntimeConfigKey("quarkus.tls.mutual.key-store.p12.password", Identity.PASSWORD)
            .overrideRuntimeConfigKey("quarkus.tls.mutual.reload-period", "500ms");

    @Inject
    TokenOperations tokens;

    @Inject
    @RestClient
    TokenApi api;

    @Test
    void bothKindsOfClientsUseTheNewCertificates() {
        try (TlsServer server = TlsServer.startMutual(PORT, SERVER, TRUSTED_BY_SERVER)) {
            assertThat(call(server)).containsExactly("CN=first", "CN=first");
        }
        // Another CA for both sides: the client neither trusts the server nor is it trusted.
        TestAuthority ca = new TestAuthority("second-ca");
        ca.issue("localhost").store(SERVER);
        Identity.storeTrusted(ca.certificate(), TRUSTED_BY_SERVER);
        try (TlsServer server = TlsServer.startMutual(PORT, SERVER, TRUSTED_BY_SERVER)) {
            assertThatThrownBy(() -> call(server)).isInstanceOf(AuthleteConnectionException.class)
                    .hasMessageContaining("is not trusted");

            ca.issue("second").store(CLIENT);
            Identity.pem(ca.certificate(), TRUSTED);

            await().atMost(Duration.ofMinutes(1)).ignoreException(AuthleteConnectionException.class)
                    .untilAsserted(() -> assertThat(call(server)).containsExactly("CN=second", "CN=second"));
        }
    }

    private List<String> call(TlsServer server) {
        server.clients().clear();
        tokens.list(TokenListRequest.all());
        api.list("1", null, null, null, null, null, null).await().indefinitely();
        return server.clients();
    }

    static void makeCertificates() {
        TestAuthority ca = new TestAuthority("first-ca");
        Identity.pem(ca.certificate(), TRUSTED);
        ca.issue("first").store(CLIENT);
        ca.issue("localhost").store(SERVER);
        Identity.storeTrusted(ca.certificate(), TRUSTED_BY_SERVER);
    }
}
