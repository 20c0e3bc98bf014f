package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;

/** Streams of tokens, which are made of list calls with all that belongs to a call. */
class TokenStreamTest {

    private static final TokenListRequest JOHN_BY_TENS = TokenListRequest.builder().subject("john").range(0, 10).build();

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms")
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.read-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.total-timeout", "60s");

    @Inject
    AuthleteEmulator emulator;

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    Vertx vertx;

    @BeforeEach
    void twentyFiveTokensOfJohn() {
        emulator.reset();
        for (int i = 0; i < 25; i++) {
            createOne("john");
            if (i < 3) {
                createOne("jane");
            }
        }
    }

    @Test
    void allTokensThatMatchInTheOrderOfTheServer() {
        List<String> expected = Stream
                .of(JOHN_BY_TENS.toBuilder().range(0, 20).build(), JOHN_BY_TENS.toBuilder().range(20, 40).build())
                .flatMap(page -> tokens.list(page).accessTokens().stream()).map(AccessToken::accessTokenHash).toList();

        assertThat(expected).hasSize(25);
        assertThat(hashes(tokens.stream(JOHN_BY_TENS))).isEqualTo(expected);
        assertThat(reactive.stream(JOHN_BY_TENS).map(AccessToken::accessTokenHash).collect().asList().await()
                .atMost(Duration.ofMinutes(1))).isEqualTo(expected);
    }

    @Test
    void pagesThatAreTooLargeForTheServiceAreReplaced() {
        assertThat(tokens.stream(JOHN_BY_TENS.toBuilder().range(0, 100).build())).hasSize(25);

        assertThat(lists()).extracting(RecordedRequest::status).containsExactly(400, 200, 200);
    }

    @Test
    void theOptionsAreForEachCall() {
        tokens.stream(JOHN_BY_TENS, RequestOptions.builder().header("X-Request-Id", "abc").build()).forEach(token -> {
        });

        assertThat(lists()).hasSize(3).allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("x-request-id", "abc");
            assertThat(request.query()).containsEntry("subject", List.of("john"));
        });
    }

    @Test
    void nothingIsCalledBeforeTheStreamIsUsed() {
        try (Stream<AccessToken> stream = tokens.stream(JOHN_BY_TENS)) {
            assertThat(stream.filter(token -> token.clientId() == 1)).isNotNull();
        }
        reactive.stream(JOHN_BY_TENS);

        assertThat(lists()).isEmpty();
    }

    @Test
    void aStreamThatIsReadInPartAsksForOnePageAheadOnly() {
        try (Stream<AccessToken> stream = tokens.stream(JOHN_BY_TENS)) {
            assertThat(stream.limit(9)).hasSize(9);
        }

        assertThat(lists()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoeverReadsMayDelete() {
        tokens.stream(JOHN_BY_TENS).forEach(token -> tokens.delete(token.accessTokenHash()));

        assertThat(tokens.list(JOHN_BY_TENS).totalCount()).isZero();
    }

    @Test
    void whoeverReadsMayDeleteReactively() {
        reactive.stream(JOHN_BY_TENS)
                .onItem().transformToUniAndMerge(token -> reactive.delete(token.accessTokenHash()))
                .collect().asList().await().atMost(Duration.ofMinutes(1));

        assertThat(tokens.list(JOHN_BY_TENS).totalCount()).isZero();
    }

    @Test
    void eachPageIsRepeatedAsConfigured() {
        Iterator<AccessToken> stream = tokens.stream(JOHN_BY_TENS).iterator();
        emulator.inject(Fault.status(503).on(TokenOperation.LIST).times(2));
        int count = 0;
        while (stream.hasNext()) {
            stream.next();
            count++;
        }

        assertThat(count).isEqualTo(25);
        assertThat(lists()).extracting(RecordedRequest::status).containsExactly(503, 503, 200, 200, 200);
    }

    @Test
    void aFailureComesAfterTheTokensThatWereReadBeforeIt() {
        List<String> read = new ArrayList<>();

        assertThatThrownBy(() -> tokens.stream(JOHN_BY_TENS).forEach(token -> {
            if (read.isEmpty()) {
                emulator.inject(Fault.status(403).result("A001202", "no").on(TokenOperation.LIST).untilCleared());
            }
            read.add(token.accessTokenHash());
        })).isInstanceOf(AuthleteResultException.class).hasMessageContaining("A001202");
        // The page that was asked for ahead may have been there already.
        assertThat(read.size()).isIn(10, 19);

        AssertSubscriber<AccessToken> subscriber = reactive.stream(JOHN_BY_TENS).subscribe()
                .withSubscriber(AssertSubscriber.create(100));
        subscriber.awaitFailure().assertFailedWith(AuthleteResultException.class).assertHasNotReceivedAnyItem();
    }

    /** There is one connection, which would be taken for as long as the call is in flight. */
    @Test
    void closingEndsTheCallThatWasMadeAhead() {
        Stream<AccessToken> stream = tokens.stream(JOHN_BY_TENS);
        Iterator<AccessToken> iterator = stream.iterator();
        iterator.next();
        await().until(() -> lists().size() == 2 && lists().get(1).status() != null);
        emulator.inject(Fault.delay(Duration.ofSeconds(30)).on(TokenOperation.LIST));
        for (int i = 0; i < 9; i++) {
            iterator.next();
        }
        await().until(() -> lists().size() == 3);

        stream.close();

        assertThat(tokens.list(JOHN_BY_TENS, RequestOptions.builder().timeout(Duration.ofSeconds(10)).build()).totalCount())
                .isEqualTo(25);
    }

    @Test
    void anEventLoopIsReferredToTheReactiveClient() throws Exception {
        Stream<AccessToken> fromAWorker = tokens.stream(JOHN_BY_TENS);

        assertThat(onEventLoop(() -> tokens.stream(JOHN_BY_TENS))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TokenOperations.stream").hasMessageContaining("ReactiveTokenOperations");
        assertThat(onEventLoop(fromAWorker::findFirst)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TokenOperations.stream");
        assertThat(lists()).isEmpty();
        CompletableFuture<Long> count = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> reactive.stream(JOHN_BY_TENS).collect()
                .with(Collectors.counting()).subscribe().with(count::complete, count::completeExceptionally));
        assertThat(count.get(1, TimeUnit.MINUTES)).isEqualTo(25);
    }

    @Test
    void anInvalidRequestIsNotSent() {
        assertThatThrownBy(() -> tokens.stream(JOHN_BY_TENS.toBuilder().range(5, 5).build()).toList())
                .isInstanceOf(AuthleteInvalidRequestException.class).hasMessageContaining("end (5)");
        assertThatThrownBy(() -> tokens.stream(JOHN_BY_TENS.toBuilder().range(5, 4).build()).toList())
                .isInstanceOf(AuthleteInvalidRequestException.class).hasMessageContaining("before start");
        assertThatThrownBy(() -> tokens.stream(JOHN_BY_TENS.toBuilder().range(-1, 4).build()).toList())
                .isInstanceOf(AuthleteInvalidRequestException.class).hasMessageContaining("start is negative");
        assertThatThrownBy(() -> tokens.stream(JOHN_BY_TENS.toBuilder().subject(" ").build()).toList())
                .isInstanceOf(AuthleteInvalidRequestException.class).hasMessageContaining("subject");
        assertThatThrownBy(() -> tokens.stream(null).toList()).isInstanceOf(AuthleteInvalidRequestException.class);
        reactive.stream(null).subscribe().withSubscriber(AssertSubscriber.create(1)).awaitFailure()
                .assertFailedWith(AuthleteInvalidRequestException.class);

        assertThat(lists()).isEmpty();
    }

    private static List<String> hashes(Stream<AccessToken> stream) {
        return stream.map(AccessToken::accessTokenHash).toList();
    }

    private void createOne(String subject) {
        emulator.addToken(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject(subject).build());
    }

    private List<RecordedRequest> lists() {
        return emulator.requests(TokenOperation.LIST);
    }

    private Throwable onEventLoop(Runnable call) throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> {
            try {
                call.run();
                failure.complete(null);
            } catch (Throwable e) {
                failure.complete(e);
            }
        });
        return failure.get(1, TimeUnit.MINUTES);
    }
}
