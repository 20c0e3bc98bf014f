package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Behaviour;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Received;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;

/** What bulkhead, rate limit and circuit breaker refuse is postponed, and is no failure of an item. */
class BulkGuardsTest {

    static final BulkOptions TWENTY = BulkOptions.builder().concurrency(20).build();

    @RegisterExtension
    static final TestApplication APPLICATION = configure(new TestApplication());

    private static TestApplication configure(TestApplication test) {
        service(test, "\"few-places\"", "bulkhead.limit=3", "bulkhead.queue-size=1");
        service(test, "\"few-connections\"", "max-connections=2");
        service(test, "\"rate\"", "rate-limit.limit=8", "rate-limit.window=400ms", "retry.max-retries=1");
        service(test, "\"rate-once\"", "rate-limit.limit=8", "rate-limit.window=400ms", "retry.enabled=false");
        return service(test, "\"breaker\"", "circuit-breaker.request-volume-threshold=4", "circuit-breaker.delay=400ms",
                "retry.enabled=false");
    }

    private static TestApplication service(TestApplication test, String name, String... settings) {
        return BulkServer.service(test, BulkGuardsTest.class, name, settings);
    }

    @Inject
    @AuthleteServiceName("few-places")
    TokenOperations bulkhead;

    @Inject
    @AuthleteServiceName("few-places")
    ReactiveTokenOperations reactiveBulkhead;

    @Inject
    @AuthleteServiceName("few-connections")
    TokenOperations connections;

    @Inject
    @AuthleteServiceName("rate")
    TokenOperations rate;

    @Inject
    @AuthleteServiceName("rate-once")
    TokenOperations rateOnce;

    @Inject
    @AuthleteServiceName("breaker")
    TokenOperations breaker;

    BulkServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = BulkServer.start(BulkGuardsTest.class);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aRunTakesNoMorePlacesThanTheBulkheadHas() {
        server.behave(together(3));

        assertThat(bulkhead.bulk(TWENTY).revokeAll(requests(30))).hasSize(30).allMatch(BulkResult::isSuccess);
        assertThat(server.mostInFlight()).isEqualTo(3);
    }

    @Test
    void aRunTakesNoMoreConnectionsThanThereAre() {
        server.behave(together(2));

        assertThat(connections.bulk(TWENTY).revokeAll(requests(10))).hasSize(10).allMatch(BulkResult::isSuccess);
        assertThat(server.mostInFlight()).isEqualTo(2);
    }

    @Test
    void aBulkheadThatOthersUseUpPutsItemsOff() {
        CountDownLatch released = new CountDownLatch(1);
        server.behave(request -> {
            if (request.path().endsWith("/list")) {
                released.await();
            } else {
                released.countDown();
            }
            return slowly(request);
        });
        // Two of three places are taken: the run finds one, a place in the queue, and no more.
        List<CompletableFuture<TokenResult<TokenListResponse>>> others = IntStream.range(0, 2).mapToObj(
                i -> TokenResult.of(reactiveBulkhead.list(TokenListRequest.all())).subscribeAsCompletionStage()).toList();
        await().until(() -> server.count() == 2);

        assertThat(bulkhead.bulk(TWENTY).revokeAll(requests(12))).hasSize(12).allMatch(BulkResult::isSuccess);
        assertThat(others).allMatch(other -> other.join().isSuccess());
    }

    @Test
    void theRateLimitIsKeptAndNoItemFails() {
        long start = System.nanoTime();

        assertThat(rate.bulk(TWENTY).revokeAll(requests(30))).hasSize(30).allMatch(BulkResult::isSuccess);

        assertThat(server.requests()).hasSize(30);
        // Three more windows have to begin.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(3 * 400 - 50));
    }

    @Test
    void theRateLimitIsNoFailureWithoutRepeatsEither() {
        assertThat(rateOnce.bulk(TWENTY).revokeAll(requests(30))).hasSize(30).allMatch(BulkResult::isSuccess);
        assertThat(server.requests()).hasSize(30);
    }

    @Test
    void anOpenCircuitBreakerPausesTheRun() {
        server.behave(request -> request.number() < 6 ? Response.status(500) : slowly(request));

        List<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> results = breaker
                .bulk(BulkOptions.builder().concurrency(4).build()).revokeAll(requests(40)).toList();

        // Those that the server has failed, and none that the breaker has kept from it.
        assertThat(results).hasSize(40).filteredOn(BulkResult::isFailure).hasSize(6)
                .allMatch(result -> result.failure().status().equals(500));
        List<Received> requests = server.requests();
        assertThat(requests).hasSize(40);
        assertThat(IntStream.range(1, 40).mapToLong(i -> requests.get(i).nanoTime() - requests.get(i - 1).nanoTime()).max()
                .orElseThrow()).as("the longest pause").isGreaterThan(350_000_000);
    }

    /** None is answered before that many are in flight, however slow the machine is. */
    private static Behaviour together(int requests) {
        CountDownLatch inFlight = new CountDownLatch(requests);
        return request -> {
            inFlight.countDown();
            inFlight.await();
            return slowly(request);
        };
    }

    private static Response slowly(Received request) throws InterruptedException {
        Thread.sleep(10);
        return Response.done();
    }

    private static List<TokenRevokeRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> TokenRevokeRequest.subject("subject-" + i)).toList();
    }
}
