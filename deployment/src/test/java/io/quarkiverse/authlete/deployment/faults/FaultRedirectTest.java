package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.Outcome;

/** A server that sends the client elsewhere, where neither API token nor issued tokens may go. */
class FaultRedirectTest {

    private static final int PORT = Ports.of(FaultRedirectTest.class, "server");
    private static final int ELSEWHERE_PORT = Ports.of(FaultRedirectTest.class, "elsewhere");

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure("http://127.0.0.1:" + PORT);

    static FaultServer server;
    static FaultServer elsewhere;

    @Inject
    TokenOperations tokens;

    @BeforeAll
    static void startServers() throws IOException {
        server = FaultServer.start(PORT);
        elsewhere = FaultServer.start(ELSEWHERE_PORT);
    }

    @AfterAll
    static void stopServers() throws IOException {
        server.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
            "308 Permanent Redirect" })
    void isARejectionAndTheOtherServerSeesNothing(String status) {
        for (Call call : Call.values()) {
            server.startAnew(FaultScript.answer(status, "", "Location: http://localhost:" + ELSEWHERE_PORT + "/"));

            AuthleteHttpException failure = catchThrowableOfType(AuthleteHttpException.class, () -> call.make(tokens));

            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(failure.safeToRetry()).isTrue();
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(server.requests()).hasSize(1);
            assertThat(elsewhere.connectionsSoFar()).isZero();
        }
    }
}
