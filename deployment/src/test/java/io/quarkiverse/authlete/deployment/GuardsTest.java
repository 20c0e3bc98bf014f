package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ApiTokenProvider;
import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.smallrye.mutiny.Uni;

/** What bulkhead, rate limit and circuit breaker let through, and what they do with the rest. */
class GuardsTest {

    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final RequestOptions ONCE = RequestOptions.builder().retry(RetryPolicy.none()).build();
    private static final String[] BREAKER = { "retry.enabled=false", "circuit-breaker.request-volume-threshold=4",
            "circuit-breaker.delay=2s" };

    @RegisterExtension
    static final TestApplication APPLICATION = configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, SealedVault.class))
            .settings(null, BREAKER);

    private static TestApplication configure(TestApplication test) {
        String url = "http://localhost:${authlete.stub.port}";
        return test.service("other", url)
                .service("narrow", url, "bulkhead.limit=2", "bulkhead.queue-size=3")
                .service("limited", url, "rate-limit.limit=2", "rate-limit.window=1h")
                .service("limited-for-a-moment", url, "rate-limit.limit=2", "rate-limit.window=" + WINDOW.toMillis() + "ms")
                .settings("no-token", "url=" + url, "service-id=3").settings("no-token", BREAKER);
    }

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("other")
    TokenOperations other;

    @Inject
    @AuthleteServiceName("no-token")
    TokenOperations withoutToken;

    @Inject
    @AuthleteServiceName("narrow")
    ReactiveTokenOperations narrow;

    @Inject
    @AuthleteServiceName("limited")
    TokenOperations limited;

    @Inject
    @AuthleteServiceName("limited-for-a-moment")
    TokenOperations limitedForAMoment;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void twoAreSentThreeWaitAndOneIsRefused() {
        stub.answer(aResponse().withFixedDelay(60_000));

        List<CompletableFuture<TokenResult<TokenListResponse>>> calls = IntStream.range(0, 6)
                .mapToObj(i -> TokenResult.of(narrow.list(TokenListRequest.all())).subscribeAsCompletionStage())
                .toList();

        AuthleteException refused = ((TokenResult.Failure<?>) calls.get(5).join()).exception();
        assertThat(refused).isInstanceOf(AuthleteCallNotPermittedException.class);
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(refused.attempts()).isZero();
        await().until(() -> stub.requests().size() == 2);

        stub.answerJson(200, "{\"totalCount\":1}");
        assertThat(other.list(TokenListRequest.all())).as("a call after those that wait").isNotNull();
        assertThat(calls.subList(2, 5)).noneMatch(CompletableFuture::isDone);
        assertThat(stub.requests()).hasSize(2 + 1);

        calls.subList(0, 2).forEach(sent -> sent.cancel(true));
        assertThat(calls.subList(2, 5)).allMatch(call -> call.join().isSuccess());
        assertThat(stub.requests()).hasSize(5 + 1);
    }

    /** The limit counts all operations of a service together. */
    @Test
    void whatIsOverTheLimitFailsIfItDoesNotWait() {
        stub.answerJson(200, "{\"count\":1,\"totalCount\":0}");
        limited.list(TokenListRequest.all());
        limited.revoke(TokenRevokeRequest.subject("john"));

        AuthleteCallNotPermittedException failure = catchThrowableOfType(AuthleteCallNotPermittedException.class,
                () -> limited.list(TokenListRequest.all(), ONCE));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofHours(1));
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void whatIsOverTheLimitWaitsForTheNextWindow() {
        stub.answerJson(200, "{\"count\":1,\"totalCount\":0}");
        long start = System.nanoTime();

        for (int call = 0; call < 3; call++) {
            assertThat(limitedForAMoment.list(TokenListRequest.all())).isNotNull();
        }

        assertThat(stub.requests()).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(WINDOW.minusMillis(50));
    }

    /** There is one circuit breaker for each operation of each service. */
    @Test
    void itOpensForOneOperationOfOneServiceAndRecovers() {
        stub.answer(500, "text/plain", "broken");
        for (int i = 0; i < 4; i++) {
            assertThat(listFails()).isNotInstanceOf(AuthleteCallNotPermittedException.class);
        }

        AuthleteException open = listFails();

        assertThat(open).isInstanceOf(AuthleteCallNotPermittedException.class).hasMessageContaining("circuit breaker");
        assertThat(open.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(open.attempts()).isZero();
        assertThat(stub.requests()).hasSize(4);

        stub.reset().answerJson(200, "{\"count\":1,\"totalCount\":0}");
        assertThat(tokens.revoke(TokenRevokeRequest.subject("john")).count()).isEqualTo(1);
        assertThat(other.list(TokenListRequest.all())).isNotNull();

        await().until(() -> TokenResult.of(() -> tokens.list(TokenListRequest.all())).isSuccess());
        assertThat(tokens.list(TokenListRequest.all())).isNotNull();
    }

    @Test
    void aServerThatRefusesIsWell() {
        stub.answerJson(403, "{\"resultCode\":\"A001215\"}");
        for (int i = 0; i < 10; i++) {
            AuthleteException refused = catchThrowableOfType(AuthleteException.class, () -> tokens.delete("x"));
            assertThat(refused.status()).isEqualTo(403);
        }
        assertThat(stub.requests()).hasSize(10);
    }

    @Test
    void aCallerWithoutAnApiTokenToSendIsNotTheServersFault() {
        for (int i = 0; i < 10; i++) {
            AuthleteException failure = catchThrowableOfType(AuthleteException.class,
                    () -> withoutToken.list(TokenListRequest.all()));
            assertThat(failure).isNotInstanceOf(AuthleteCallNotPermittedException.class)
                    .hasMessageContaining("The ApiTokenProvider supplied no API token");
        }
    }

    private AuthleteException listFails() {
        return catchThrowableOfType(AuthleteException.class, () -> tokens.list(TokenListRequest.all()));
    }

    @ApplicationScoped
    @AuthleteServiceName("no-token")
    static class SealedVault implements ApiTokenProvider {

        @Override
        public Uni<String> getApiToken() {
            return Uni.createFrom().failure(new IllegalStateException("sealed"));
        }
    }
}
