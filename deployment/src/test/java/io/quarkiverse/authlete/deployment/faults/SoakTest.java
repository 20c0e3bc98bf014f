package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;

/**
 * Many callers, a server that fails at random, and a ledger of what really happened. Takes {@code soak.seconds} (10 if that
 * system property is not set); {@code soak.seed} repeats the random numbers of an earlier run.
 */
class SoakTest {

    private static final int PORT = Ports.of(SoakTest.class, "server");
    private static final int MAX_CONNECTIONS = 64;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 10));
    private static final Duration CONNECTION_TTL = Duration.ofSeconds(2);
    /** Less than the default time after which they are closed. */
    private static final Duration CONNECTION_TTL_OBEYED = Duration.ofSeconds(25);
    /** Far less than any machine makes, but some. */
    private static final int FEW_CALLS_PER_SECOND = 5;
    private static final int FEW_THREADS = 12;
    private static final int FEW_TIMERS = 5;

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix
            .configure("http://127.0.0.1:" + PORT, SoakCall.class, SoakFault.class, SoakLedger.class, SoakRun.class)
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", "1s")
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", String.valueOf(MAX_CONNECTIONS))
            .overrideRuntimeConfigKey("quarkus.authlete.connection-ttl", CONNECTION_TTL.toSeconds() + "s")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.delay", "200ms");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    FaultServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = FaultServer.startWithoutRecord(PORT);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = { 32, 256 })
    void whatCallersAreToldIsSoAndNothingIsIssuedTwice(int callers) throws Exception {
        long seed = Long.getLong("soak.seed", System.nanoTime());
        System.out.printf("Soak with %d callers, seed %d%n", callers, seed);
        server.play(FaultScript.GOOD);
        new SoakRun(new SoakLedger(), tokens, reactive, seed).run(callers, Duration.ofSeconds(1));
        int threads = threads();
        long timers = EventLoops.timersMade();

        SoakLedger ledger = new SoakLedger();
        SoakRun run = new SoakRun(ledger, tokens, reactive, seed);
        Random random = new Random(seed);
        server.play(FaultScript.onRequest((request, connection) -> {
            SoakFault fault = SoakFault.next(random);
            ledger.count("faults, " + fault);
            fault.run(ledger, request, connection);
        }));
        run.run(callers, TIME.dividedBy(2));
        server.play(FaultScript.GOOD);

        assertThat(server.openConnections()).as("open connections").isLessThanOrEqualTo(MAX_CONNECTIONS);
        await("end of the connections that nobody uses").atMost(CONNECTION_TTL_OBEYED)
                .until(() -> server.openConnections() == 0);
        assertThat(EventLoops.timersMade() - timers).as("timers").isGreaterThan(TIME.toSeconds() * FEW_CALLS_PER_SECOND);
        await("end of all timers but those of connection pools").atMost(Duration.ofMinutes(1))
                .until(() -> EventLoops.timersPending() <= FEW_TIMERS);
        assertThat(threads()).as("threads").isLessThanOrEqualTo(threads + FEW_THREADS);
        Queue<String> contradictions = run.contradictions();
        ledger.counts().forEach((what, count) -> System.out.printf("%9d %s%n", count, what));
        System.out.printf("%9d issued twice%n%9d contradictions%n", ledger.issuedTwice(), contradictions.size());
        assertThat(ledger.issuedTwice()).isZero();
        assertThat(contradictions).isEmpty();
        assertThat(ledger.counted("calls")).isGreaterThan(TIME.toSeconds() * FEW_CALLS_PER_SECOND);
    }

    @Test
    void theCircuitBreakerOpensInAnOutageAndClosesAfterIt() {
        server.play(FaultScript.onRequest((request, connection) -> connection.reset()));
        await("open circuit breaker").pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> failure() instanceof AuthleteCallNotPermittedException);

        server.play(FaultScript.GOOD);
        await("closed circuit breaker").pollInterval(Duration.ofMillis(10)).until(() -> failure() == null);
        for (int i = 0; i < 100; i++) {
            assertThat(failure()).isNull();
        }
    }

    private AuthleteException failure() {
        try {
            Call.CREATE.make(tokens);
            return null;
        } catch (AuthleteException failure) {
            return failure;
        }
    }

    /** Without those of the server, which has one for each connection. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("fault-server")).count();
    }
}
