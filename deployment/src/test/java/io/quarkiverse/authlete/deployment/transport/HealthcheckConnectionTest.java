package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.restassured.RestAssured;

/** The probe of the readiness check connects as the calls do: it trusts the same servers and takes the same proxy. */
class HealthcheckConnectionTest {

    private static final Path FILES = TestAuthority.directory(HealthcheckConnectionTest.class);

    private static final int SERVER = Ports.of(HealthcheckConnectionTest.class, "server");
    private static final int PLAIN = Ports.of(HealthcheckConnectionTest.class, "plain");
    private static final int PROXY = Ports.of(HealthcheckConnectionTest.class, "proxy");

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    static TlsServer server;
    static TlsServer plain;
    static ForwardProxy proxy;

    // A service is probed if something has its operations.
    @Inject
    TokenOperations trusted;

    @Inject
    @AuthleteServiceName("untrusted")
    TokenOperations untrusted;

    @Inject
    @AuthleteServiceName("proxied")
    TokenOperations proxied;

    @Inject
    @AuthleteServiceName("tunnel")
    TokenOperations tunnel;

    private static TestApplication configure() {
        return TestApplication.withoutEmulator()
                .withApplicationRoot(jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class,
                        ForwardProxy.class, Ports.class))
                .setForcedDependencies(
                        List.of(Dependency.of("io.quarkus", "quarkus-smallrye-health", Version.getVersion())))
                .setBeforeAllCustomizer(HealthcheckConnectionTest::makeCertificates)
                .overrideRuntimeConfigKey("quarkus.authlete.health.active.enabled", "true")
                .overrideRuntimeConfigKey("quarkus.authlete.health.active.interval", "100ms")
                .overrideRuntimeConfigKey("quarkus.authlete.health.active.timeout", "10s")
                .overrideRuntimeConfigKey("quarkus.authlete.health.active.failure-threshold", "1")
                .overrideRuntimeConfigKey("quarkus.tls.private-ca.trust-store.pem.certs", FILES.resolve("ca.pem").toString())
                .overrideRuntimeConfigKey("quarkus.proxy.company.host", "localhost")
                .overrideRuntimeConfigKey("quarkus.proxy.company.port", Integer.toString(PROXY))
                .overrideRuntimeConfigKey("quarkus.proxy.company.username", "user")
                .overrideRuntimeConfigKey("quarkus.proxy.company.password", "password")
                .service(null, "https://localhost:" + SERVER, "tls-configuration-name=private-ca")
                .service("untrusted", "https://localhost:" + SERVER, "headers.X-Tenant=acme")
                .service("proxied", "http://localhost:" + PLAIN, "proxy-configuration-name=company")
                .service("tunnel", "https://localhost:" + SERVER, "proxy-configuration-name=company",
                        "tls-configuration-name=private-ca");
    }

    static void makeCertificates() {
        TestAuthority ca = new TestAuthority("ca");
        Identity.pem(ca.certificate(), FILES.resolve("ca.pem"));
        ca.issue("localhost").store(FILES.resolve("server.p12"));
    }

    @BeforeAll
    static void start() throws Exception {
        server = TlsServer.start(SERVER, FILES.resolve("server.p12"));
        plain = TlsServer.start(PLAIN);
        proxy = new ForwardProxy(PROXY, "user", "password");
    }

    @AfterAll
    static void stop() throws Exception {
        proxy.close();
        plain.close();
        server.close();
    }

    @Test
    void theProbeConnectsAsTheCallsDo() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Map<String, Object> data = RestAssured.get("/q/health/ready").jsonPath()
                    .getMap("checks.find { it.name == 'Authlete' }.data");
            assertThat(data).containsEntry("<default>.probe", "success").containsEntry("untrusted.probe", "connection")
                    .containsEntry("proxied.probe", "success").containsEntry("tunnel.probe", "success");
        });
        assertThat(proxy.passedOn()).contains("CONNECT localhost:" + SERVER + " HTTP/1.1",
                "GET http://localhost:" + PLAIN + "/api/lifecycle/healthcheck HTTP/1.1");
    }
}
