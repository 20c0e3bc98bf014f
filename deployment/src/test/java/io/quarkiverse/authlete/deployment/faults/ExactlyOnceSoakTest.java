package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.runtime.client.AuthleteServices;
import io.quarkus.arc.Arc;

/**
 * Creates that are to happen exactly once, a server that fails at random, and a client that is stopped and made anew in the
 * middle. In the end, the server has exactly the tokens that the callers know. Takes {@code soak.seconds} (10 if that system
 * property is not set); {@code soak.seed} gives the random numbers of an earlier run.
 */
class ExactlyOnceSoakTest {

    private static final int PORT = Ports.of(ExactlyOnceSoakTest.class, "server");
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 10));
    private static final int CALLERS = 16;

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix
            .configure("http://127.0.0.1:" + PORT, OnceLedger.class, OnceLedger.Kind.class, OnceLedger.Token.class)
            .settings(null, "create.exactly-once=true", "attempt-timeout=1s");

    /** Held for writing while there is no client. */
    private final ReentrantReadWriteLock client = new ReentrantReadWriteLock();
    private final AtomicInteger subjects = new AtomicInteger();

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
    @ValueSource(booleans = { false, true })
    void everyTokenIsKnownToItsCaller(boolean jwt) throws Exception {
        long seed = Long.getLong("soak.seed", System.nanoTime());
        OnceLedger ledger = new OnceLedger().jwt(jwt).failing(new Random(seed));
        server.play(ledger.script());
        Map<String, TokenCreateResponse> known = new ConcurrentHashMap<>();
        Queue<TokenCreateRequest> unfinished = new ConcurrentLinkedQueue<>();
        AtomicInteger resumed = new AtomicInteger();
        long end = System.nanoTime() + TIME.dividedBy(2).toNanos();

        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CompletableFuture<?> callers = CompletableFuture.allOf(IntStream.range(0, CALLERS)
                    .mapToObj(caller -> CompletableFuture.runAsync(() -> {
                        while (System.nanoTime() < end) {
                            TokenCreateRequest left = unfinished.poll();
                            if (left != null) {
                                resumed.incrementAndGet();
                            }
                            create(left, known, unfinished);
                        }
                    }, threads)).toArray(CompletableFuture[]::new));
            int restarts = 0;
            while (!callers.isDone()) {
                TimeUnit.MILLISECONDS.sleep(500);
                restart();
                restarts++;
            }
            callers.get(60, TimeUnit.SECONDS);
            ledger.failing(null);
            int left = unfinished.size();
            for (TokenCreateRequest request = unfinished.poll(); request != null; request = unfinished.poll()) {
                create(request, known, unfinished);
            }

            System.out.printf("Seed %d, %s tokens: %d known, of which %d recovered; %d creates resumed, %d of them at the end;"
                    + " %d restarts%n", seed, jwt ? "JWT" : "opaque", known.size(),
                    known.values().stream().filter(TokenCreateResponse::recovered).count(), resumed.get() + left, left,
                    restarts);
        } finally {
            threads.shutdownNow();
        }

        // Sets, as comparing each of some thousand values with each takes as long as the calls.
        assertThat(ledger.values()).as("what the server has, seed " + seed).isEqualTo(known.keySet());
        assertThat(known.values()).extracting(TokenCreateResponse::subject).doesNotHaveDuplicates();
        Map<String, OnceLedger.Token> issued = ledger.tokens();
        assertThat(known.values()).allSatisfy(token -> assertThat(token.jwtAccessToken())
                .isEqualTo(issued.get(token.accessToken()).jwt()));
        assertThat(known.values()).anyMatch(TokenCreateResponse::recovered);
    }

    /** @param left what an earlier call has left unfinished; {@code null} for another token */
    private void create(TokenCreateRequest left, Map<String, TokenCreateResponse> known, Queue<TokenCreateRequest> unfinished) {
        client.readLock().lock();
        AuthleteServices services = Arc.container().instance(AuthleteServices.class).get();
        client.readLock().unlock();
        try {
            TokenCreateResponse created = services.blocking("<default>").create(
                    left != null ? left
                            : TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L)
                                    .subject("subject-" + subjects.incrementAndGet()).build(),
                    left != null ? RequestOptions.builder().resume().build() : RequestOptions.none());
            known.put(created.accessToken(), created);
        } catch (AuthleteException failure) {
            assertThat(failure.unfinished() != null).as("something to finish: " + failure)
                    .isEqualTo(failure.outcome() == Outcome.UNKNOWN);
            if (failure.unfinished() != null) {
                unfinished.add(failure.unfinished());
            }
        }
    }

    /** As when the application stops and starts again, which takes as long as requests on their way need. */
    private void restart() {
        client.writeLock().lock();
        try {
            var container = Arc.container();
            container.getActiveContext(Singleton.class).destroy(container.instance(AuthleteServices.class).getBean());
            await("end of the connections").atMost(FaultMatrix.PATIENCE).pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1)).until(() -> server.openConnections() == 0);
        } finally {
            client.writeLock().unlock();
        }
    }
}
