package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkProgress;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** A run has one result for each item, in their order, with so many calls at a time and no more. */
class BulkResultsTest {

    static final int CONCURRENCY = 4;
    static final BulkOptions FOUR = BulkOptions.builder().concurrency(CONCURRENCY).build();

    @RegisterExtension
    static final TestApplication APPLICATION = BulkServer.service(new TestApplication(), BulkResultsTest.class, null,
            "max-connections=" + CONCURRENCY, "retry.enabled=false", "read-timeout=60s", "attempt-timeout=60s",
            "total-timeout=60s");

    @Inject
    ReactiveTokenOperations tokens;

    @Inject
    TokenOperations blocking;

    BulkServer server;
    CountDownLatch released;

    @BeforeEach
    void startServer() throws IOException {
        // All methods run on one instance of this class.
        released = new CountDownLatch(1);
        server = BulkServer.start(BulkResultsTest.class);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void resultsAreInTheOrderOfTheItemsWhateverTheOrderOfTheAnswers() {
        server.behave(request -> {
            // Of four at a time, the first is answered last.
            Thread.sleep(40 - 10 * (request.number() % CONCURRENCY));
            return Response.done();
        });

        List<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = all(
                tokens.bulk(FOUR).createAll(requests(40)));

        assertThat(results).extracting(BulkResult::index).isEqualTo(IntStream.range(0, 40).mapToObj(Long::valueOf).toList());
        assertThat(results).extracting(result -> result.item().subject())
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> "subject-" + i).toList());
        assertThat(results).allMatch(BulkResult::isSuccess)
                .allMatch(result -> result.result().orElseThrow().accessToken().equals("new-token"));
        assertThat(server.mostInFlight()).isEqualTo(CONCURRENCY);
        assertThat(server.requests()).hasSize(40);
    }

    @Test
    void aSlowItemHoldsUpTheItemsBehindItAndNothingPilesUp() {
        hold("\"subject-0\"");
        AtomicInteger taken = new AtomicInteger();
        AssertSubscriber<BulkResult<TokenCreateRequest, TokenCreateResponse>> subscriber = tokens.bulk(FOUR)
                .createAll(endless().onItem().invoke(taken::incrementAndGet).select().first(100)).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(() -> server.count() == CONCURRENCY);

        await().during(Duration.ofMillis(300)).until(() -> server.count() == CONCURRENCY);
        assertThat(taken.get()).isEqualTo(CONCURRENCY);
        assertThat(subscriber.getItems()).isEmpty();

        released.countDown();
        subscriber.awaitCompletion(Duration.ofMinutes(1));
        assertThat(subscriber.getItems()).hasSize(100);
    }

    @Test
    void noMoreItemsAreTakenThanTheSubscriberCanKeepUpWith() {
        AtomicInteger taken = new AtomicInteger();
        AssertSubscriber<BulkResult<TokenCreateRequest, TokenCreateResponse>> subscriber = tokens.bulk(FOUR)
                .createAll(endless().onItem().invoke(taken::incrementAndGet)).subscribe()
                .withSubscriber(AssertSubscriber.create(0));
        assertThat(taken.get()).isZero();

        subscriber.request(3).awaitItems(3);

        await().until(() -> taken.get() == 3 + CONCURRENCY);
        await().during(Duration.ofMillis(200)).until(() -> taken.get() == 3 + CONCURRENCY);
        assertThat(subscriber.getItems()).hasSize(3);
        subscriber.cancel();
    }

    @Test
    void anItemThatFailsDoesNotEndTheRun() {
        server.behave(request -> request.has("subject-2")
                ? new Response(403, "{\"resultCode\":\"A001215\",\"resultMessage\":\"locked\"}", Map.of())
                : Response.done());
        List<TokenCreateRequest> requests = new ArrayList<>(requests(8));
        requests.set(4, TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).build());
        requests.set(6, null);

        List<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = all(tokens.bulk(FOUR).createAll(requests));

        assertThat(results).extracting(BulkResult::isFailure)
                .containsExactly(false, false, true, false, true, false, true, false);
        assertThat(results.get(2).failure()).isInstanceOf(AuthleteResultException.class);
        assertThat(results.get(4).failure()).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(results.get(6).failure()).isInstanceOf(AuthleteInvalidRequestException.class);
        assertThat(results.get(6).item()).isNull();
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void aSourceThatFailsEndsTheRunAfterTheItemsBeforeIt() {
        Multi<TokenCreateRequest> source = Multi.createBy().concatenating().streams(Multi.createFrom().iterable(requests(3)),
                Multi.createFrom().failure(new IllegalStateException("no more rows")));

        AssertSubscriber<BulkResult<TokenCreateRequest, TokenCreateResponse>> subscriber = tokens.bulk(FOUR)
                .createAll(source).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        subscriber.awaitFailure(Duration.ofMinutes(1)).assertFailedWith(IllegalStateException.class, "no more rows");
        assertThat(subscriber.getItems()).hasSize(3).allMatch(BulkResult::isSuccess);
    }

    @Test
    void withoutItemsThereAreNoResults() {
        assertThat(all(tokens.bulk().createAll(List.of()))).isEmpty();
        assertThat(all(tokens.bulk().deleteAll(Multi.createFrom().empty()))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theOtherOperationsHaveRunsToo() {
        server.behave(request -> request.method().equals("DELETE") ? Response.status(204) : Response.done());
        List<TokenUpdateRequest> updates = List.of(TokenUpdateRequest.tokenId("a").build());
        List<TokenRevokeRequest> revocations = List.of(TokenRevokeRequest.subject("b"), TokenRevokeRequest.client(2));

        assertThat(all(tokens.bulk().updateAll(updates))).allMatch(BulkResult::isSuccess).hasSize(1);
        assertThat(all(tokens.bulk().updateAll(Multi.createFrom().iterable(updates)))).hasSize(1);
        assertThat(all(tokens.bulk().revokeAll(revocations))).extracting(result -> result.result().orElseThrow().count())
                .containsExactly(1L, 1L);
        assertThat(all(tokens.bulk().revokeAll(Multi.createFrom().iterable(revocations)))).hasSize(2);
        assertThat(all(tokens.bulk().deleteAll(List.of("t-1", "t-2")))).extracting(BulkResult::item)
                .containsExactly("t-1", "t-2");
        assertThat(all(tokens.bulk().deleteAll(Multi.createFrom().items("t-3")))).allMatch(BulkResult::isSuccess);
        assertThat(server.requests()).hasSize(9).filteredOn(request -> request.method().equals("DELETE"))
                .extracting(request -> request.path().substring(request.path().lastIndexOf('/') + 1))
                .containsExactlyInAnyOrder("t-1", "t-2", "t-3");
    }

    @Test
    void cancellingEndsTheCallsInFlightAndTakesNoFurtherItem() {
        hold("subject");
        AtomicInteger taken = new AtomicInteger();
        AssertSubscriber<BulkResult<TokenCreateRequest, TokenCreateResponse>> subscriber = tokens.bulk(FOUR)
                .createAll(endless().onItem().invoke(taken::incrementAndGet)).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(() -> server.inFlight() == CONCURRENCY);

        subscriber.cancel();

        // There are no more connections than these calls had.
        assertThat(tokens.list(TokenListRequest.all()).await().atMost(Duration.ofMinutes(1))).isNotNull();
        assertThat(taken.get()).isEqualTo(CONCURRENCY);
        assertThat(server.requests()).hasSize(CONCURRENCY + 1);
        released.countDown();
    }

    @Test
    void theProgressIsReported() {
        server.behave(request -> request.has("subject-5") ? Response.status(403) : Response.done());
        List<BulkProgress> reports = new ArrayList<>();
        BulkOptions options = BulkOptions.builder().progressInterval(Duration.ZERO).progress(reports::add).build();

        all(tokens.bulk(options).createAll(requests(10)));

        assertThat(reports).extracting(BulkProgress::done).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 10L);
        BulkProgress last = reports.get(10);
        assertThat(last.succeeded()).isEqualTo(9);
        assertThat(last.failed()).isEqualTo(1);
        assertThat(last.alreadyExisting()).isZero();
        assertThat(last.elapsed()).isPositive();
        assertThat(last.perSecond()).isCloseTo(10 / (last.elapsed().toNanos() / 1e9),
                offset(0.01));
    }

    @Test
    void aCollectionHasATotal() {
        List<BulkProgress> reports = new ArrayList<>();
        BulkOptions options = BulkOptions.builder().progressInterval(Duration.ZERO).progress(reports::add).build();

        all(tokens.bulk(options).createAll(requests(4)));
        assertThat(reports).extracting(BulkProgress::total).containsOnly(4L);
        assertThat(reports).extracting(BulkProgress::percent).containsExactly(25.0, 50.0, 75.0, 100.0, 100.0);
        assertThat(reports.get(0).remaining()).isPositive();
        assertThat(reports.get(4).remaining()).isZero();

        reports.clear();
        assertThat(blocking.bulk(options).deleteAll(Set.of("a", "b"))).hasSize(2);
        assertThat(reports).extracting(BulkProgress::total).containsOnly(2L);

        reports.clear();
        all(tokens.bulk(options).createAll(Multi.createFrom().iterable(requests(4))));
        assertThat(blocking.bulk(options).deleteAll(Stream.of("a", "b"))).hasSize(2);
        assertThat(reports).hasSize(8).allMatch(report -> report.total() == null && report.percent() == null
                && report.remaining() == null);
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheRun() {
        BulkOptions options = BulkOptions.builder().progress(progress -> {
            throw new IllegalStateException("on purpose");
        }).build();

        assertThat(all(tokens.bulk(options).createAll(requests(3)))).hasSize(3).allMatch(BulkResult::isSuccess);
    }

    @Test
    void theOptionsOfTheCallsAreThoseOfEachItem() {
        // The policy repeats 418 and is not asked about 429, which uses up none of its repeats.
        server.behave(request -> switch (request.number()) {
            case 0, 2 -> Response.status(429);
            case 1, 3 -> Response.status(418);
            default -> Response.done();
        });
        BulkOptions options = BulkOptions.builder().requestOptions(RequestOptions.builder().serviceId("77")
                .header("X-Import", "7").timeout(Duration.ofSeconds(30))
                .retry(RetryPolicy.builder().statusCodes(418, 429).maxRetries(1).initialInterval(Duration.ofMillis(1)).build())
                .build()).build();

        assertThat(all(tokens.bulk(options).createAll(requests(1)))).allMatch(BulkResult::isSuccess);

        assertThat(server.requests()).hasSize(5).allMatch(request -> request.path().startsWith("/api/77/"))
                .allMatch(request -> request.importHeader().equals("7"));
    }

    @Test
    void theTextOfAResultHasNoSecrets() {
        server.behave(request -> request.method().equals("DELETE") ? Response.status(404) : Response.done());

        assertThat(all(tokens.bulk().deleteAll(List.of("secret-token-value"))).get(0).toString())
                .startsWith("BulkResult{index=0, failed: ").contains("404").doesNotContain("secret-token-value");
        assertThat(all(tokens.bulk().createAll(requests(1))).get(0)).hasToString("BulkResult{index=0, success}");
    }

    private void hold(String text) {
        server.behave(request -> {
            if (request.has(text)) {
                released.await();
            }
            return Response.done();
        });
    }

    private static Multi<TokenCreateRequest> endless() {
        return Multi.createFrom().range(0, Integer.MAX_VALUE).map(BulkResultsTest::request);
    }

    private static List<TokenCreateRequest> requests(int count) {
        return Arrays.asList(IntStream.range(0, count).mapToObj(BulkResultsTest::request).toArray(TokenCreateRequest[]::new));
    }

    private static TokenCreateRequest request(int number) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("subject-" + number).build();
    }

    private static <T> List<T> all(Multi<T> results) {
        return results.collect().asList().await().atMost(Duration.ofMinutes(1));
    }
}
