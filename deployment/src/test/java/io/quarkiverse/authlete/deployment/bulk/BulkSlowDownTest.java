package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Received;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** If the server asks to slow down, the whole run does, and no item fails for that. */
class BulkSlowDownTest {

    static final int CONCURRENCY = 6;
    static final BulkOptions SIX = BulkOptions.builder().concurrency(CONCURRENCY).build();

    /** Tells the pause of a second that the server asks for from the client's own, half a second and a quarter more at most. */
    private static final Duration LONGER_THAN_BY_ITSELF = Duration.ofMillis(700);

    @RegisterExtension
    static final TestApplication APPLICATION = BulkServer.service(new TestApplication(), BulkSlowDownTest.class, null);

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    BulkServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = BulkServer.start(BulkSlowDownTest.class);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void oneRefusalStopsAllCallsForAsLongAsTheServerAsks() {
        AtomicBoolean refused = new AtomicBoolean();
        server.behave(request -> {
            Thread.sleep(20);
            return request.has("subject-20") && refused.compareAndSet(false, true) ? Response.retryAfter(429, 1)
                    : Response.done();
        });

        List<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> results = tokens.bulk(SIX).revokeAll(requests(60)).toList();

        assertThat(results).hasSize(60).allMatch(BulkResult::isSuccess);
        assertThat(server.requests()).hasSize(61);
        List<Received> afterPause = afterLongestPause(LONGER_THAN_BY_ITSELF);
        assertThat(afterPause.size()).isGreaterThan(30);
        assertThat(afterPause.get(0).has("subject-20")).as("the item that was put off comes first").isTrue();
        // One alone, and further ones only after it was answered.
        assertThat(afterPause.get(1).nanoTime() - afterPause.get(0).nanoTime())
                .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(20));
    }

    @Test
    void refusalsWithoutRetryAfterSlowDownToo() {
        server.behave(request -> request.number() < CONCURRENCY ? Response.status(429) : Response.done());

        assertThat(tokens.bulk(SIX).revokeAll(requests(20))).hasSize(20).allMatch(BulkResult::isSuccess);

        assertThat(server.requests()).hasSize(20 + CONCURRENCY);
        afterLongestPause(Duration.ofMillis(150));
    }

    @Test
    void aCallThatIsRepeatedByItsRetryPolicySlowsDownTheOthers() {
        AtomicBoolean refused = new AtomicBoolean();
        server.behave(request -> {
            Thread.sleep(20);
            return request.has("subject-20") && refused.compareAndSet(false, true) ? Response.retryAfter(503, 1)
                    : Response.done();
        });

        assertThat(tokens.bulk(SIX).revokeAll(requests(60))).hasSize(60).allMatch(BulkResult::isSuccess);

        assertThat(afterLongestPause(LONGER_THAN_BY_ITSELF).size()).isGreaterThan(30);
    }

    @Test
    void aRefusalOfAnyCallToTheServiceSlowsDownTheRun() {
        AtomicBoolean refused = new AtomicBoolean();
        server.behave(request -> {
            Thread.sleep(20);
            return request.path().endsWith("/list") && refused.compareAndSet(false, true) ? Response.retryAfter(429, 1)
                    : Response.done();
        });
        AssertSubscriber<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> run = reactive.bulk(SIX)
                .revokeAll(Multi.createFrom().range(0, 1_000_000).map(i -> TokenRevokeRequest.subject("subject-" + i)))
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(() -> server.count() > 20);

        tokens.list(TokenListRequest.all());

        await().until(() -> server.requests().get(server.count() - 1).nanoTime() > lastList() + 100_000_000);
        run.cancel();
        afterLongestPause(LONGER_THAN_BY_ITSELF);
    }

    @Test
    void aRunGivesUpIfTheServerAsksForTooLongAPause() {
        server.behave(request -> request.has("subject-9") ? Response.retryAfter(429, 3600) : Response.done());
        AtomicInteger taken = new AtomicInteger();
        AssertSubscriber<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> run = reactive.bulk(SIX)
                .revokeAll(Multi.createFrom().range(0, 1_000_000).onItem().invoke(taken::incrementAndGet)
                        .map(i -> TokenRevokeRequest.subject("subject-" + i)))
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        run.awaitFailure(Duration.ofMinutes(1)).assertFailedWith(AuthleteException.class, "The bulk run has ended");

        AuthleteException failure = (AuthleteException) run.getFailure();
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(failure.status()).isEqualTo(429);
        assertThat(run.getItems().size()).isEqualTo(taken.get()).isBetween(10, 10 + CONCURRENCY);
        assertThat(run.getItems()).extracting(BulkResult::isSuccess).startsWith(true, true, true, true, true, true, true, true,
                true, false);
        assertThat(run.getItems().get(9).failure().status()).isEqualTo(429);
    }

    @Test
    void aRunGivesUpIfNothingIsAcceptedForTooLong() {
        server.behave(request -> Response.status(429));
        BulkOptions impatient = BulkOptions.builder().concurrency(3).giveUpAfter(Duration.ofMillis(700)).build();

        AssertSubscriber<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> run = reactive.bulk(impatient)
                .revokeAll(requests(10)).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        run.awaitFailure(Duration.ofMinutes(1)).assertFailedWith(AuthleteException.class, "for longer than PT0.7S");
        assertThat(run.getItems()).hasSize(3).allMatch(BulkResult::isFailure);
        assertThat(server.requests()).hasSizeBetween(3, 4);
    }

    @Test
    void cancellingDuringThePauseSendsNothingMore() {
        server.behave(request -> Response.retryAfter(429, 1));
        AssertSubscriber<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> run = reactive.bulk(SIX).revokeAll(requests(10))
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(() -> server.count() == CONCURRENCY && server.inFlight() == 0);

        run.cancel();

        await().during(Duration.ofMillis(1300)).until(() -> server.count() == CONCURRENCY);
    }

    private long lastList() {
        return server.requests().stream().filter(request -> request.path().endsWith("/list")).mapToLong(Received::nanoTime)
                .max().orElseThrow();
    }

    /** @return the requests after the longest time without one, which is at least so long */
    private List<Received> afterLongestPause(Duration atLeast) {
        List<Received> all = server.requests();
        int longest = IntStream.range(1, all.size()).boxed()
                .max((a, b) -> Long.compare(gapBefore(all, a), gapBefore(all, b))).orElseThrow();
        assertThat(Duration.ofNanos(gapBefore(all, longest))).as("the pause as the server saw it").isGreaterThan(atLeast);
        return all.subList(longest, all.size());
    }

    private static long gapBefore(List<Received> all, int index) {
        return all.get(index).nanoTime() - all.get(index - 1).nanoTime();
    }

    private static List<TokenRevokeRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> TokenRevokeRequest.subject("subject-" + i)).toList();
    }
}
