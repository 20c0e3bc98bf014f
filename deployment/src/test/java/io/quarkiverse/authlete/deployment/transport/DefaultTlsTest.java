package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;

/** Without a TLS configuration the CAs of the JDK count, and no setting for all REST clients makes that weaker. */
class DefaultTlsTest {

    private static final Path FILES = TestAuthority.directory(DefaultTlsTest.class);
    private static final String JDK_TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String JDK_TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    private static final int GOOD = Ports.of(DefaultTlsTest.class, "good");
    private static final int WRONG_HOST = Ports.of(DefaultTlsTest.class, "wrong-host");
    private static final int OTHER_CA = Ports.of(DefaultTlsTest.class, "other-ca");

    @RegisterExtension
    static final TestApplication APPLICATION = TestApplication.withoutEmulator()
            .withApplicationRoot(jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class, Ports.class))
            .setBeforeAllCustomizer(DefaultTlsTest::makeCertificates)
            .setAfterAllCustomizer(() -> {
                System.clearProperty(JDK_TRUST_STORE);
                System.clearProperty(JDK_TRUST_STORE_PASSWORD);
            })
            .overrideRuntimeConfigKey("quarkus.rest-client.verify-host", "false")
            .overrideRuntimeConfigKey("quarkus.rest-client.authlete.verify-host", "false")
            .overrideRuntimeConfigKey("quarkus.tls.trust-store.pem.certs", FILES.resolve("other-ca.pem").toString())
            .service(null, "https://localhost:" + WRONG_HOST)
            .service("good", "https://localhost:" + GOOD)
            .service("other-ca", "https://localhost:" + OTHER_CA);

    static TlsServer[] servers;

    @Inject
    TokenOperations wrongHost;

    @Inject
    @RestClient
    TokenApi wrongHostApi;

    @Inject
    @AuthleteServiceName("good")
    TokenOperations good;

    @Inject
    @AuthleteServiceName("other-ca")
    TokenOperations otherCa;

    static void makeCertificates() {
        TestAuthority ca = new TestAuthority("ca");
        TestAuthority other = new TestAuthority("other-ca");
        ca.issue("localhost").store(FILES.resolve("good.p12"));
        ca.issue("other.example.com").store(FILES.resolve("wrong-host.p12"));
        other.issue("localhost").store(FILES.resolve("other-ca.p12"));
        Identity.pem(other.certificate(), FILES.resolve("other-ca.pem"));
        Identity.storeTrusted(ca.certificate(), FILES.resolve("jdk.p12"));
        System.setProperty(JDK_TRUST_STORE, FILES.resolve("jdk.p12").toString());
        System.setProperty(JDK_TRUST_STORE_PASSWORD, Identity.PASSWORD);
    }

    @BeforeAll
    static void startServers() {
        servers = new TlsServer[] { TlsServer.start(GOOD, FILES.resolve("good.p12")),
                TlsServer.start(WRONG_HOST, FILES.resolve("wrong-host.p12")),
                TlsServer.start(OTHER_CA, FILES.resolve("other-ca.p12")) };
    }

    @AfterAll
    static void stopServers() {
        for (TlsServer server : servers) {
            server.close();
        }
    }

    @Test
    void theCasOfTheJdkAreTrusted() {
        good.list(TokenListRequest.all());
    }

    @Test
    void theDefaultTlsConfigurationIsNotUsed() {
        assertThatThrownBy(() -> otherCa.list(TokenListRequest.all())).isInstanceOf(AuthleteConnectionException.class)
                .hasMessageContaining("is not trusted");
    }

    @Test
    void theHostNameIsVerifiedAlthoughAllRestClientsAreToldNotTo() {
        assertThatThrownBy(() -> wrongHost.list(TokenListRequest.all())).isInstanceOf(AuthleteConnectionException.class)
                .hasMessageContaining("is for another host name");
        assertThatThrownBy(() -> wrongHostApi.list("1", null, null, null, null, null, null).await().indefinitely())
                .isInstanceOf(AuthleteConnectionException.class).hasMessageContaining("is for another host name");
    }
}
