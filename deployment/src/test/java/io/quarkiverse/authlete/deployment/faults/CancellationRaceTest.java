package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkiverse.authlete.runtime.observation.CallResult;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Whenever a cancellation comes, it ends the call, and gives back its connection and its place in the bulkhead. */
class CancellationRaceTest {

    private static final int PORT = Ports.of(CancellationRaceTest.class, "server");
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static final int PLACES = 4;
    private static final int CALLS = 5000;

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix
            .service(FaultMatrix.configure(URL), "guarded", URL, "bulkhead.limit=" + PLACES, "bulkhead.queue-size=10000")
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", Integer.toString(PLACES));

    static FaultServer server;

    @Inject
    ReactiveTokenOperations plain;

    @Inject
    @AuthleteServiceName("guarded")
    ReactiveTokenOperations guarded;

    @Inject
    Ledger ledger;

    @BeforeAll
    static void startServer() throws IOException {
        server = FaultServer.startWithoutRecord(PORT);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void nothingIsLeftOfThem(boolean guards) throws Exception {
        ReactiveTokenOperations tokens = guards ? guarded : plain;
        server.startAnew(FaultScript.GOOD);
        ExecutorService canceller = Executors.newSingleThreadExecutor();
        Semaphore atOnce = new Semaphore(2 * PLACES);
        try {
            for (int i = 0; i < CALLS; i++) {
                atOnce.acquire();
                Cancellable call = tokens.list(TokenListRequest.all()).subscribe().with(page -> {
                }, failure -> {
                });
                int spins = ThreadLocalRandom.current().nextInt(2000);
                canceller.execute(() -> {
                    for (int spin = 0; spin < spins; spin++) {
                        Thread.onSpinWait();
                    }
                    call.cancel();
                    atOnce.release();
                });
            }
        } finally {
            canceller.shutdown();
        }
        assertThat(canceller.awaitTermination(FaultMatrix.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        await("end of all calls").atMost(FaultMatrix.PATIENCE).until(() -> ledger.started.get() == ledger.ended.get());
        CountDownLatch allAtOnce = new CountDownLatch(PLACES);
        server.play(FaultScript.onRequest((request, connection) -> {
            allAtOnce.countDown();
            allAtOnce.await();
            connection.answerWell(request);
        }));
        assertThat(Uni.join().all(IntStream.range(0, PLACES).mapToObj(i -> tokens.list(TokenListRequest.all())).toList())
                .andFailFast().await().atMost(FaultMatrix.PATIENCE)).as("no place and no connection is lost")
                .hasSize(PLACES);
        assertThat(ledger.ended).hasValue(ledger.started.get());
    }

    @Singleton
    static class Ledger implements CallObserver {

        final AtomicInteger started = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();

        @Override
        public CallObservation callStarted(String service, TokenOperation operation) {
            started.incrementAndGet();
            return new CallObservation() {
                @Override
                public void callEnded(int attempts, CallResult result) {
                    ended.incrementAndGet();
                }
            };
        }
    }
}
