package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;

/** Every call meets every way of {@link ConnectionFaults} not to get a connection. */
class FaultMatrixConnectionTest {

    private static final int PORT = Ports.of(FaultMatrixConnectionTest.class, "server");
    private static final int REFUSED_PORT = Ports.of(FaultMatrixConnectionTest.class, "refused");
    private static final int FULL_PORT = Ports.of(FaultMatrixConnectionTest.class, "full");
    private static final int SELF_SIGNED_PORT = Ports.of(FaultMatrixConnectionTest.class, "self-signed");

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    static FaultServer server;
    static FaultServer selfSigned;
    static FullBacklog full;

    @Inject
    TokenOperations plain;

    @Inject
    @AuthleteServiceName(ConnectionFaults.REFUSED)
    TokenOperations refused;

    @Inject
    @AuthleteServiceName(ConnectionFaults.UNKNOWN_HOST)
    TokenOperations unknownHost;

    @Inject
    @AuthleteServiceName(ConnectionFaults.FULL)
    TokenOperations fullBacklog;

    @Inject
    @AuthleteServiceName(ConnectionFaults.FULL_IMPATIENT)
    TokenOperations fullBacklogImpatient;

    @Inject
    @AuthleteServiceName(ConnectionFaults.TLS)
    TokenOperations tls;

    @Inject
    @AuthleteServiceName(ConnectionFaults.TLS_IMPATIENT)
    TokenOperations tlsImpatient;

    @Inject
    @AuthleteServiceName(ConnectionFaults.SELF_SIGNED)
    TokenOperations untrusted;

    private static TestApplication configure() {
        TestApplication test = FaultMatrix.configure("http://127.0.0.1:" + PORT, FullBacklog.class, SelfSigned.class);
        FaultMatrix.service(test, ConnectionFaults.REFUSED, "http://127.0.0.1:" + REFUSED_PORT);
        FaultMatrix.service(test, ConnectionFaults.UNKNOWN_HOST, "https://" + TestApplication.UNKNOWN_HOST);
        FaultMatrix.service(test, ConnectionFaults.FULL, "http://127.0.0.1:" + FULL_PORT,
                "connect-timeout=" + FaultMatrix.SHORT);
        FaultMatrix.service(test, ConnectionFaults.FULL_IMPATIENT, "http://127.0.0.1:" + FULL_PORT,
                "attempt-timeout=" + FaultMatrix.SHORT);
        FaultMatrix.service(test, ConnectionFaults.TLS, "https://127.0.0.1:" + PORT);
        FaultMatrix.service(test, ConnectionFaults.TLS_IMPATIENT, "https://127.0.0.1:" + PORT,
                "attempt-timeout=" + FaultMatrix.SHORT);
        return FaultMatrix.service(test, ConnectionFaults.SELF_SIGNED, "https://127.0.0.1:" + SELF_SIGNED_PORT);
    }

    @BeforeAll
    static void startServers() throws Exception {
        server = FaultServer.start(PORT);
        selfSigned = FaultServer.start(SelfSigned.listen(SELF_SIGNED_PORT));
        full = new FullBacklog(FULL_PORT);
    }

    @AfterAll
    static void stopServers() throws IOException {
        server.close();
        selfSigned.close();
        full.close();
    }

    static Stream<Arguments> matrix() {
        return FaultMatrix.everyFaultAndCall(ConnectionFaults.ALL);
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("matrix")
    void theRequestIsNotSent(String fault, String calls) {
        FaultCase row = FaultMatrix.find(ConnectionFaults.ALL, fault);
        Map<String, TokenOperations> services = Map.of(ConnectionFaults.REFUSED, refused,
                ConnectionFaults.UNKNOWN_HOST, unknownHost, ConnectionFaults.FULL, fullBacklog,
                ConnectionFaults.FULL_IMPATIENT, fullBacklogImpatient, ConnectionFaults.TLS, tls,
                ConnectionFaults.TLS_IMPATIENT, tlsImpatient, ConnectionFaults.SELF_SIGNED, untrusted);
        server.startAnew(row.script());

        FaultMatrix.checkCalls(row, Call.named(calls), services.get(row.service()));

        assertThat(server.requests()).isEmpty();
        assertThat(selfSigned.requests()).isEmpty();
    }

    @Test
    void theClientConnectsAsSoonAsSomethingListens() throws IOException {
        try (FaultServer late = FaultServer.start(REFUSED_PORT)) {
            Call.CREATE.make(refused);

            assertThat(late.requests()).hasSize(1);
        }
    }

    /** The client may or may not have begun to send, so that it may say either; it must not say that it was rejected. */
    @Test
    void aResetOfANewConnectionIsNeverTakenForAnAnswer() {
        for (Call call : Call.values()) {
            server.startAnew(FaultScript.onAccept(FaultConnection::reset));
            try {
                call.make(plain);
                throw new AssertionError("No connection, and yet a success");
            } catch (AuthleteException failure) {
                assertThat(failure).isInstanceOf(AuthleteConnectionException.class);
                assertThat(failure.outcome()).isIn(Outcome.NOT_SENT, Outcome.UNKNOWN);
            }
            assertThat(server.requests()).isEmpty();
        }
    }
}
