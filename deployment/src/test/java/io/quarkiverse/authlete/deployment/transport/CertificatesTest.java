package io.quarkiverse.authlete.deployment.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** Which servers the client trusts, and which clients a server trusts. */
class CertificatesTest {

    private static final Path FILES = TestAuthority.directory(CertificatesTest.class);

    private static final int GOOD = Ports.of(CertificatesTest.class, "good");
    private static final int WRONG_HOST = Ports.of(CertificatesTest.class, "wrong-host");
    private static final int EXPIRED = Ports.of(CertificatesTest.class, "expired");
    private static final int SELF_SIGNED = Ports.of(CertificatesTest.class, "self-signed");
    private static final int OTHER_CA = Ports.of(CertificatesTest.class, "other-ca");
    private static final int MUTUAL = Ports.of(CertificatesTest.class, "mutual");

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    static Map<Integer, TlsServer> servers;

    @Inject
    TokenOperations good;

    @Inject
    @RestClient
    TokenApi api;

    @Inject
    @AuthleteServiceName("wrong-host")
    TokenOperations wrongHost;

    @Inject
    @AuthleteServiceName("expired")
    TokenOperations expired;

    @Inject
    @AuthleteServiceName("self-signed")
    TokenOperations selfSigned;

    @Inject
    @AuthleteServiceName("other-ca")
    TokenOperations otherCa;

    @Inject
    @AuthleteServiceName("mutual")
    TokenOperations mutual;

    @Inject
    @AuthleteServiceName("no-client-certificate")
    TokenOperations noClientCertificate;

    @Inject
    @AuthleteServiceName("other-client-certificate")
    TokenOperations otherClientCertificate;

    @Inject
    @AuthleteServiceName("any-host")
    TokenOperations anyHost;

    @Inject
    @AuthleteServiceName("any-certificate")
    TokenOperations anyCertificate;

    @Inject
    @AuthleteServiceName("global-trust-all")
    TokenOperations globalTrustAll;

    private static TestApplication configure() {
        TestApplication test = TestApplication.withoutEmulator()
                .withApplicationRoot(
                        jar -> jar.addClasses(TestAuthority.class, Identity.class, TlsServer.class, Ports.class))
                .setBeforeAllCustomizer(CertificatesTest::makeCertificates)
                .overrideRuntimeConfigKey("quarkus.tls.trust-all", "true")
                .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.authlete.runtime.config")
                        && record.getLevel().intValue() >= Level.WARNING.intValue())
                .assertLogRecords(CertificatesTest::assertWarnings);
        trust(test, "private-ca", "ca.pem");
        trust(test, "any-host", "ca.pem").overrideRuntimeConfigKey("quarkus.tls.any-host.hostname-verification-algorithm",
                "NONE");
        test.overrideRuntimeConfigKey("quarkus.tls.any-certificate.trust-all", "true");
        keyStore(trust(test, "mutual", "ca.pem"), "mutual", "client.p12");
        keyStore(trust(test, "other-client", "ca.pem"), "other-client", "other-client.p12");

        service(test, null, GOOD, "private-ca");
        service(test, "wrong-host", WRONG_HOST, "private-ca");
        service(test, "expired", EXPIRED, "private-ca");
        service(test, "self-signed", SELF_SIGNED, "private-ca");
        service(test, "other-ca", OTHER_CA, "private-ca");
        service(test, "mutual", MUTUAL, "mutual");
        service(test, "no-client-certificate", MUTUAL, "private-ca");
        service(test, "other-client-certificate", MUTUAL, "other-client");
        service(test, "any-host", WRONG_HOST, "any-host");
        service(test, "any-certificate", OTHER_CA, "any-certificate");
        return service(test, "global-trust-all", OTHER_CA, null);
    }

    private static TestApplication service(TestApplication test, String name, int port, String tls) {
        if (tls != null) {
            test.settings(name, "tls-configuration-name=" + tls);
        }
        return test.service(name, "https://localhost:" + port, "service-access-token=secret-api-token",
                "retry.initial-interval=1ms");
    }

    private static TestApplication trust(TestApplication test, String name, String file) {
        return test.overrideRuntimeConfigKey("quarkus.tls." + name + ".trust-store.pem.certs", FILES.resolve(file).toString());
    }

    private static void keyStore(TestApplication test, String name, String file) {
        test.overrideRuntimeConfigKey("quarkus.tls." + name + ".key-store.p12.path", FILES.resolve(file).toString())
                .overrideRuntimeConfigKey("quarkus.tls." + name + ".key-store.p12.password", Identity.PASSWORD);
    }

    static void makeCertificates() {
        TestAuthority ca = new TestAuthority("ca");
        TestAuthority other = new TestAuthority("other-ca");
        Identity.pem(ca.certificate(), FILES.resolve("ca.pem"));
        Identity.storeTrusted(ca.certificate(), FILES.resolve("ca.p12"));
        ca.issue("localhost").store(FILES.resolve(GOOD + ".p12"));
        ca.issue("localhost").store(FILES.resolve(MUTUAL + ".p12"));
        ca.issue("other.example.com").store(FILES.resolve(WRONG_HOST + ".p12"));
        ca.issueExpired("localhost").store(FILES.resolve(EXPIRED + ".p12"));
        TestAuthority.selfSigned("localhost").store(FILES.resolve(SELF_SIGNED + ".p12"));
        other.issue("localhost").store(FILES.resolve(OTHER_CA + ".p12"));
        ca.issue("the-client").store(FILES.resolve("client.p12"));
        other.issue("other-client").store(FILES.resolve("other-client.p12"));
    }

    @BeforeAll
    static void startServers() throws Exception {
        servers = new HashMap<>();
        for (int port : new int[] { GOOD, WRONG_HOST, EXPIRED, SELF_SIGNED, OTHER_CA }) {
            servers.put(port, TlsServer.start(port, FILES.resolve(port + ".p12")));
        }
        servers.put(MUTUAL, TlsServer.startMutual(MUTUAL, FILES.resolve(MUTUAL + ".p12"), FILES.resolve("ca.p12")));
    }

    @AfterAll
    static void stopServers() {
        servers.values().forEach(TlsServer::close);
    }

    @Test
    void aServerOfAPrivateCaIsTrustedByBothKindsOfClients() {
        servers.get(GOOD).clients().clear();

        good.list(TokenListRequest.all());
        api.list("1", null, null, null, null, null, null).await().indefinitely();

        assertThat(servers.get(GOOD).clients()).containsExactly("nobody", "nobody");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        assertRefused(wrongHost, WRONG_HOST, "The certificate of localhost:" + WRONG_HOST + " is for another host name: the"
                + " one in quarkus.authlete.\"wrong-host\".url must be in the certificate");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertRefused(expired, EXPIRED, "The certificate of localhost:" + EXPIRED + ", or of its CA, has expired");
    }

    @Test
    void aSelfSignedCertificateIsRefused() {
        assertRefused(selfSigned, SELF_SIGNED, "The certificate of localhost:" + SELF_SIGNED + " is not trusted: put its CA in"
                + " the trust store of a TLS configuration, and name that in quarkus.authlete.\"self-signed\""
                + ".tls-configuration-name");
    }

    @Test
    void aCertificateOfAnotherCaIsRefused() {
        assertRefused(otherCa, OTHER_CA, "The certificate of localhost:" + OTHER_CA + " is not trusted");
    }

    @Test
    void theClientShowsItsCertificate() {
        servers.get(MUTUAL).clients().clear();

        mutual.list(TokenListRequest.all());

        assertThat(servers.get(MUTUAL).clients()).containsExactly("CN=the-client");
    }

    @Test
    void withoutTheRightClientCertificateNothingIsSent() {
        assertRefused(noClientCertificate, MUTUAL, "The server localhost:" + MUTUAL + " does not accept the client certificate,"
                + " or misses one: put certificate and key in the key store of a TLS configuration, and name that in"
                + " quarkus.authlete.\"no-client-certificate\".tls-configuration-name");
        assertRefused(otherClientCertificate, MUTUAL, "does not accept the client certificate");
    }

    @Test
    void verificationIsOffWhereTheTlsRegistrySaysSo() {
        anyHost.list(TokenListRequest.all());
        anyCertificate.list(TokenListRequest.all());
    }

    @Test
    void theDefaultTlsConfigurationDoesNotTurnVerificationOff() {
        assertRefused(globalTrustAll, OTHER_CA, "is not trusted");
    }

    /** Also that a create is not repeated, although it could be. */
    private static void assertRefused(TokenOperations tokens, int port, String message) {
        servers.get(port).clients().clear();
        TokenCreateRequest create = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).build();

        AuthleteConnectionException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> tokens.create(create));

        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.safeToRetry()).isTrue();
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(servers.get(port).clients()).isEmpty();
    }

    static void assertWarnings(List<LogRecord> records) {
        assertThat(records).map(record -> ExtLogRecord.wrap(record).getFormattedMessage()).satisfiesExactlyInAnyOrder(
                warning -> assertThat(warning).contains("'any-host' accepts a certificate of any host, because of"
                        + " quarkus.tls.\"any-host\".hostname-verification-algorithm"),
                warning -> assertThat(warning).contains("'any-certificate' accepts any certificate, because of"
                        + " quarkus.tls.\"any-certificate\".trust-all", "API token",
                        "quarkus.authlete.\"any-certificate\".tls-configuration-name"));
    }
}
