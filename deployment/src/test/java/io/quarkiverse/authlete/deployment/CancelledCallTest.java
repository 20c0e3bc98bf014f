package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.subscription.Cancellable;

/** A call that nobody waits for any more ends, with its repeats, and gives back its connection and its place. */
class CancelledCallTest {

    /** Long enough to cancel or interrupt a call in it. */
    private static final Duration PAUSE = Duration.ofMillis(1500);

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.read-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.attempt-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.total-timeout", "60s")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", PAUSE.toMillis() + "ms")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.jitter", "0")
            .overrideRuntimeConfigKey("quarkus.authlete.bulkhead.limit", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.bulkhead.queue-size", "1");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void aCancelledCallGivesBackTheConnectionAndThePlaceInTheBulkhead() {
        stub.answer(aResponse().withFixedDelay(30_000));
        Cancellable call = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        }, failure -> {
        });
        await().until(() -> stub.requests().size() == 1);

        call.cancel();

        stub.reset().answerJson(200, "{\"totalCount\":5}");
        assertThat(reactive.list(TokenListRequest.all()).await().atMost(Duration.ofMinutes(1)).totalCount()).isEqualTo(5);
    }

    @Test
    void aCallCancelledWhileItWaitsForItsTurnIsNeverSent() {
        stub.answer(aResponse().withFixedDelay(30_000));
        Cancellable first = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        }, failure -> {
        });
        await().until(() -> stub.requests().size() == 1);
        Cancellable second = reactive.list(TokenListRequest.builder().subject("never-sent").build()).subscribe().with(page -> {
        }, failure -> {
        });

        second.cancel();
        first.cancel();

        stub.answerJson(200, "{\"totalCount\":5}");
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(5);
        assertThat(stub.requests()).hasSize(2).noneMatch(request -> request.getUrl().contains("never-sent"));
    }

    @Test
    void noRepeatFollowsACancellationDuringThePause() {
        stub.answer(503, "text/plain", "later");
        Cancellable call = reactive.list(TokenListRequest.all()).subscribe().with(page -> {
        }, failure -> {
        });
        await().until(() -> stub.requests().size() == 1);

        call.cancel();

        await().during(PAUSE.plusMillis(500)).atMost(PAUSE.plusMinutes(1)).until(() -> stub.requests().size() == 1);
    }

    @Test
    void anInterruptedThreadStopsItsCall() throws Exception {
        stub.answer(503, "text/plain", "later");
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                tokens.list(TokenListRequest.all());
                failure.complete(null);
            } catch (Throwable e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
                failure.complete(e);
            }
        });
        caller.start();
        await().until(() -> stub.requests().size() == 1);

        caller.interrupt();

        assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(AuthleteException.class)
                .hasMessageContaining("interrupted").hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(((AuthleteException) failure.get()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(((AuthleteException) failure.get()).safeToRetry()).isTrue();
        assertThat(interrupted.get(1, TimeUnit.MINUTES)).isTrue();
        await().during(PAUSE.plusMillis(500)).atMost(PAUSE.plusMinutes(1)).until(() -> stub.requests().size() == 1);
    }
}
