package io.quarkiverse.authlete.deployment.faults;

import java.io.IOException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.quarkiverse.authlete.TokenOperations;

/** Runs beside a server that answers as it is told. */
abstract class FaultTest {

    static final int PORT = Ports.of(FaultTest.class, "server");
    static final String URL = "http://127.0.0.1:" + PORT;

    static FaultServer server;

    /** The default service, for which {@link FaultMatrix#configure} configures the server. */
    @Inject
    TokenOperations tokens;

    @BeforeAll
    static void startServer() throws IOException {
        server = FaultServer.start(PORT);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }
}
