package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Received;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.vertx.core.Vertx;

/** The blocking runs are lazy streams of results. */
class BulkStreamTest {

    static final int CONCURRENCY = 4;
    static final BulkOptions FOUR = BulkOptions.builder().concurrency(CONCURRENCY).build();

    @RegisterExtension
    static final TestApplication APPLICATION = BulkServer.service(new TestApplication(), BulkStreamTest.class, null,
            "max-connections=" + CONCURRENCY, "retry.enabled=false", "read-timeout=60s", "attempt-timeout=60s",
            "total-timeout=60s");

    @Inject
    TokenOperations tokens;

    @Inject
    Vertx vertx;

    BulkServer server;
    CountDownLatch released;

    @BeforeEach
    void startServer() throws IOException {
        // All methods run on one instance of this class.
        released = new CountDownLatch(1);
        server = BulkServer.start(BulkStreamTest.class);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void oneResultForEachItemInTheirOrder() {
        server.behave(request -> {
            Thread.sleep(40 - 10 * (request.number() % CONCURRENCY));
            return Response.done();
        });

        List<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> results = tokens.bulk(FOUR).revokeAll(requests(40)).toList();

        assertThat(results).extracting(result -> result.item().subject())
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> "subject-" + i).toList());
        assertThat(results).allMatch(BulkResult::isSuccess);
        assertThat(server.mostInFlight()).isEqualTo(CONCURRENCY);
        assertThat(tokens.bulk().revokeAll(List.of())).isEmpty();
    }

    @Test
    void theOtherOperationsHaveRunsToo() {
        server.behave(request -> request.method().equals("DELETE") ? Response.status(204) : Response.done());

        assertThat(tokens.bulk().deleteAll(Stream.of("a", null, "c"))).extracting(BulkResult::isSuccess)
                .containsExactly(true, false, true);
        assertThat(tokens.bulk().updateAll(Stream.of(TokenUpdateRequest.tokenId("t").build()))).hasSize(1);
        assertThat(tokens.bulk().createAll(Stream.of())).isEmpty();
        assertThat(tokens.bulk().deleteAll(Collections.singleton(null)).findFirst().orElseThrow().failure())
                .isInstanceOf(AuthleteInvalidRequestException.class);
    }

    @Test
    void nothingIsSentBeforeTheFirstResultIsAskedFor() {
        AtomicInteger taken = new AtomicInteger();
        Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> results = tokens.bulk(FOUR)
                .revokeAll(endless().peek(request -> taken.incrementAndGet()));
        assertThat(taken.get()).isZero();

        results.close();

        assertThat(results.isParallel()).isFalse();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aStreamThatIsClosedEndsItsCallsAndItsSource() {
        hold(request -> !request.has("subject-0\"") && !request.has("subject-1\""));
        AtomicInteger taken = new AtomicInteger();
        AtomicBoolean sourceClosed = new AtomicBoolean();

        try (Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> results = tokens.bulk(FOUR)
                .revokeAll(endless().peek(request -> taken.incrementAndGet()).onClose(() -> sourceClosed.set(true)))) {
            Iterator<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> iterator = results.iterator();
            assertThat(iterator.next().index()).isZero();
            assertThat(iterator.next().index()).isEqualTo(1);
            await().until(() -> server.inFlight() >= CONCURRENCY - 1);
        }

        // There are no more connections than these calls had.
        assertThat(tokens.list(TokenListRequest.all())).isNotNull();
        assertThat(sourceClosed).isTrue();
        assertThat(taken.get()).isBetween(CONCURRENCY, CONCURRENCY + 2);
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(taken.get() + 1);
        released.countDown();
    }

    @Test
    void theSourceIsReadInTurnWithTheResultsAndNotFarAhead() {
        AtomicBoolean reading = new AtomicBoolean();
        AtomicBoolean processing = new AtomicBoolean();
        AtomicBoolean both = new AtomicBoolean();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        AtomicLong lastRead = new AtomicLong(System.nanoTime());

        tokens.bulk(FOUR).revokeAll(endless().limit(50).peek(request -> {
            both.set(false);
            reading.set(true);
            Thread.yield();
            // A read of more than 100 ms is one that waits for a result: as on a busy machine, also before it comes here.
            if ((processing.get() || both.get()) && System.nanoTime() - lastRead.get() < 100_000_000) {
                atOnce.incrementAndGet();
            }
            taken.incrementAndGet();
            reading.set(false);
            lastRead.set(System.nanoTime());
        })).forEach(result -> {
            processing.set(true);
            Thread.yield();
            both.compareAndSet(false, reading.get());
            ahead.accumulateAndGet(taken.get() - (int) result.index(), Math::max);
            processing.set(false);
        });

        assertThat(atOnce).as("a query and what uses its results may share a transaction").hasValue(0);
        assertThat(ahead.get()).isBetween(1, CONCURRENCY + 1);
        assertThat(server.requests()).hasSize(50);
    }

    @Test
    void aSourceThatFailsEndsTheStreamAfterTheItemsBeforeIt() {
        AtomicInteger results = new AtomicInteger();

        assertThatThrownBy(() -> tokens.bulk(FOUR).revokeAll(endless().peek(request -> {
            if (request.subject().equals("subject-6")) {
                throw new IllegalStateException("no more rows");
            }
        })).forEach(result -> results.incrementAndGet())).isInstanceOf(IllegalStateException.class).hasMessage("no more rows");

        assertThat(results.get()).isEqualTo(6);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void aReaderThatFailsEndsTheRun() {
        hold(request -> {
            if (request.has("subject-0\"")) {
                // While a result is read, no more items are taken.
                await().until(() -> server.inFlight() == CONCURRENCY);
                return false;
            }
            return true;
        });

        assertThatThrownBy(() -> tokens.bulk(FOUR).revokeAll(endless()).forEach(result -> {
            throw new IllegalStateException("disk full");
        })).hasMessage("disk full");

        // There are no more connections than these calls had.
        assertThat(tokens.list(TokenListRequest.all())).isNotNull();
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(CONCURRENCY + 2);
        released.countDown();
    }

    @Test
    void aParallelStreamIsTheSame() {
        assertThat(tokens.bulk(FOUR).revokeAll(requests(20)).parallel().map(BulkResult::index).toList())
                .isEqualTo(IntStream.range(0, 20).mapToObj(Long::valueOf).toList());
        assertThat(server.mostInFlight()).isLessThanOrEqualTo(CONCURRENCY);
    }

    @Test
    void anEventLoopIsRefused() throws Exception {
        Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> made = tokens.bulk().revokeAll(requests(1));

        assertThat(onEventLoop(() -> tokens.bulk().revokeAll(requests(1)))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TokenOperations.bulk().revokeAll").hasMessageContaining("event loop");
        assertThat(onEventLoop(made::findFirst)).isInstanceOf(IllegalStateException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anInterruptedThreadEndsTheRun() throws Exception {
        hold(request -> true);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                tokens.bulk(FOUR).revokeAll(endless()).forEach(result -> {
                });
            } catch (Throwable e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
                failure.complete(e);
            }
        });
        reader.start();
        await().until(() -> server.inFlight() == CONCURRENCY);

        reader.interrupt();

        assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(AuthleteException.class).hasMessageContaining("interrupted");
        assertThat(((AuthleteException) failure.get()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(interrupted.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tokens.list(TokenListRequest.all())).isNotNull();
        assertThat(server.requests()).hasSize(CONCURRENCY + 1);
        released.countDown();
    }

    private void hold(Predicate<Received> held) {
        server.behave(request -> {
            if (!request.path().endsWith("/list") && held.test(request)) {
                released.await();
            }
            return Response.done();
        });
    }

    private Throwable onEventLoop(Runnable task) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(nothing -> {
            try {
                task.run();
                thrown.complete(null);
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });
        return thrown.get(1, TimeUnit.MINUTES);
    }

    private static Stream<TokenRevokeRequest> endless() {
        return IntStream.iterate(0, i -> i + 1).mapToObj(i -> TokenRevokeRequest.subject("subject-" + i));
    }

    private static List<TokenRevokeRequest> requests(int count) {
        return endless().limit(count).toList();
    }
}
