package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.quarkus.credentials.CredentialsProvider;

/** Calls go through the configured proxy, or say what is wrong with it. */
class ProxyTest {

    private static final Path FILES = TestAuthority.directory(ProxyTest.class);

    private static final int SERVER = Ports.of(ProxyTest.class, "server");
    private static final int PLAIN = Ports.of(ProxyTest.class, "plain");
    private static final int PROXY = Ports.of(ProxyTest.class, "proxy");
    private static final int NOWHERE = Ports.of(ProxyTest.class, "nowhere");
    private static final String HTTPS = "https://localhost:" + SERVER;
    private static final String PASSWORD = "secret-proxy-password";

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    static TlsServer server;
    static TlsServer plain;
    static ForwardProxy proxy;

    @Inject
    TokenOperations unnamed;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    @AuthleteServiceName("https")
    TokenOperations https;

    @Inject
    @AuthleteServiceName("http")
    TokenOperations http;

    @Inject
    @AuthleteServiceName("provided-password")
    TokenOperations providedPassword;

    @Inject
    @AuthleteServiceName("around")
    TokenOperations around;

    @Inject
    @AuthleteServiceName("around-default")
    TokenOperations aroundDefault;

    @Inject
    @AuthleteServiceName("none")
    TokenOperations none;

    @Inject
    @AuthleteServiceName("https-wrong-password")
    TokenOperations httpsWrongPassword;

    @Inject
    @AuthleteServiceName("http-wrong-password")
    TokenOperations httpWrongPassword;

    @Inject
    @AuthleteServiceName("unreachable-proxy")
    TokenOperations unreachableProxy;

    @Inject
    @AuthleteServiceName("unknown-proxy")
    TokenOperations unknownProxy;

    @Inject
    @AuthleteServiceName("unreachable-server")
    TokenOperations unreachableServer;

    private static TestApplication configure() {
        TestApplication test = TestApplication.withoutEmulator()
                .withApplicationRoot(jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class,
                        ForwardProxy.class, Ports.class, Vault.class))
                .setBeforeAllCustomizer(ProxyTest::makeCertificates)
                .overrideRuntimeConfigKey("quarkus.tls.private-ca.trust-store.pem.certs", FILES.resolve("ca.pem").toString());
        proxy(test, "", "user", PASSWORD, PROXY)
                .overrideRuntimeConfigKey("quarkus.proxy.non-proxy-hosts", "example.com,127.0.0.1");
        proxy(test, "company.", "user", PASSWORD, PROXY);
        proxy(test, "wrong-password.", "user", "secret-wrong-password", PROXY);
        proxy(test, "unreachable.", "user", PASSWORD, NOWHERE);
        proxy(test, "unknown.", "user", PASSWORD, NOWHERE).overrideRuntimeConfigKey("quarkus.proxy.unknown.host",
                TestApplication.UNKNOWN_HOST);
        proxy(test, "around.", "user", PASSWORD, NOWHERE)
                .overrideRuntimeConfigKey("quarkus.proxy.around.non-proxy-hosts", "example.com,localhost");
        test.overrideRuntimeConfigKey("quarkus.proxy.vault.host", "localhost")
                .overrideRuntimeConfigKey("quarkus.proxy.vault.port", Integer.toString(PROXY))
                .overrideRuntimeConfigKey("quarkus.proxy.vault.credentials-provider.name", "proxy");

        service(test, null, null, HTTPS);
        service(test, "https", "company", HTTPS);
        service(test, "http", "company", "http://localhost:" + PLAIN);
        service(test, "provided-password", "vault", HTTPS);
        service(test, "around", "around", HTTPS);
        service(test, "around-default", null, "http://127.0.0.1:" + PLAIN);
        service(test, "none", "none", HTTPS);
        service(test, "https-wrong-password", "wrong-password", HTTPS);
        service(test, "http-wrong-password", "wrong-password", "http://localhost:" + PLAIN);
        service(test, "unreachable-proxy", "unreachable", HTTPS);
        service(test, "unknown-proxy", "unknown", HTTPS);
        return service(test, "unreachable-server", "company", "https://localhost:" + NOWHERE);
    }

    private static TestApplication proxy(TestApplication test, String name, String user, String password, int port) {
        return test.overrideRuntimeConfigKey("quarkus.proxy." + name + "host", "localhost")
                .overrideRuntimeConfigKey("quarkus.proxy." + name + "port", Integer.toString(port))
                .overrideRuntimeConfigKey("quarkus.proxy." + name + "username", user)
                .overrideRuntimeConfigKey("quarkus.proxy." + name + "password", password);
    }

    private static TestApplication service(TestApplication test, String name, String proxy, String url) {
        if (proxy != null) {
            test.settings(name, "proxy-configuration-name=" + proxy);
        }
        return test.service(name, url, "service-access-token=secret-api-token", "tls-configuration-name=private-ca",
                "retry.max-retries=1", "retry.initial-interval=1ms");
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
        proxy = new ForwardProxy(PROXY, "user", PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        proxy.close();
        plain.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        proxy.forget();
        server.clients().clear();
        plain.clients().clear();
    }

    @Test
    void aTunnelLeadsToAnHttpsServer() {
        https.list(TokenListRequest.all());

        assertThat(proxy.passedOn()).containsExactly("CONNECT localhost:" + SERVER + " HTTP/1.1");
        assertThat(proxy.refused()).isEmpty();
        assertThat(server.clients()).hasSize(1);
    }

    @Test
    void plainHttpGoesToTheProxyItself() {
        http.list(TokenListRequest.all());

        assertThat(proxy.passedOn()).containsExactly(
                "GET http://localhost:" + PLAIN + "/api/1/auth/token/get/list HTTP/1.1");
        assertThat(proxy.refused()).isEmpty();
    }

    @Test
    void aCredentialsProviderCanHaveThePassword() {
        providedPassword.list(TokenListRequest.all());

        assertThat(proxy.passedOn()).hasSize(1);
    }

    @Test
    void withoutANameTheProxyOfAllRestClientsIsUsed() {
        unnamed.list(TokenListRequest.all());
        api.list("1", null, null, null, null, null, null).await().indefinitely();

        assertThat(proxy.passedOn()).hasSize(2);
        assertThat(server.clients()).hasSize(2);
    }

    @Test
    void hostsCanBeReachedWithoutTheProxy() {
        around.list(TokenListRequest.all());
        aroundDefault.list(TokenListRequest.all());
        none.list(TokenListRequest.all());

        assertThat(proxy.passedOn()).isEmpty();
        assertThat(proxy.refused()).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldAndNotTriedAgain() {
        for (TokenOperations tokens : new TokenOperations[] { httpsWrongPassword, httpWrongPassword }) {
            proxy.forget();

            assertNotSent(tokens, 1, "The proxy localhost:" + PROXY + " refused username and password (HTTP status 407): check"
                    + " those of the proxy configuration that quarkus.authlete.", "proxy-configuration-name");

            assertThat(proxy.refused()).hasSize(1);
        }
    }

    @Test
    void aProxyThatIsNotThereIsTold() {
        assertNotSent(unreachableProxy, 2, "No connection to the proxy localhost:" + NOWHERE);
        assertNotSent(unknownProxy, 2, "The host name of the proxy " + TestApplication.UNKNOWN_HOST + ":" + NOWHERE
                + " could not be resolved");
    }

    @Test
    void aServerThatTheProxyDoesNotReachIsTold() {
        assertNotSent(unreachableServer, 2, "The proxy localhost:" + PROXY + " did not connect to localhost:" + NOWHERE
                + " (HTTP status 502)");
    }

    private static void assertNotSent(TokenOperations tokens, int attempts, String... message) {
        TokenCreateRequest create = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

        AuthleteConnectionException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> tokens.create(create));

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(failure).hasMessageContainingAll(message);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.attempts()).isEqualTo(attempts);
        assertThat(trace.toString()).doesNotContain("secret-");
        assertThat(server.clients()).isEmpty();
        assertThat(plain.clients()).isEmpty();
    }

    @ApplicationScoped
    static class Vault implements CredentialsProvider {

        @Override
        public Map<String, String> getCredentials(String name) {
            return Map.of(USER_PROPERTY_NAME, "user", PASSWORD_PROPERTY_NAME, PASSWORD);
        }
    }
}
