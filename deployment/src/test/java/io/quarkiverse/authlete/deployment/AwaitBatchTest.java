package io.quarkiverse.authlete.deployment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteBatchFailedException;
import io.quarkiverse.authlete.error.AuthleteBatchTimeoutException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchResult;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.rest.TokenApi;
import io.smallrye.mutiny.subscription.Cancellable;

/** How the client waits for a batch, as the server sees it. */
class AwaitBatchTest {

    private static final String PATH = "/api/" + AuthleteStub.SERVICE_ID + "/auth/token/create/batch";
    private static final ResponseDefinitionBuilder RUNNING = status("\"tokenCount\":0");
    private static final ResponseDefinitionBuilder SUCCEEDED = status("\"result\":\"SUCCEEDED\",\"tokenCount\":7");
    private static final PollingPolicy POLICY = PollingPolicy.builder().timeout(Duration.ofSeconds(30)).jitter(0)
            .initialInterval(Duration.ofMillis(100)).exponent(2).maxInterval(Duration.ofMillis(300)).build();
    private static final RequestOptions NO_RETRIES = RequestOptions.builder().retry(RetryPolicy.none()).header("X-Run", "7")
            .build();
    private static final TokenCreateRequest CREATE = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1)
            .accessToken("a-secret").build();

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.circuit-breaker.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.authlete.operation.batch-status.retry.max-retries", "1")
            .overrideRuntimeConfigKey("quarkus.authlete.operation.create-batch.total-timeout", "2s")
            .overrideRuntimeConfigKey("quarkus.authlete.retry.initial-interval", "1ms");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    @RestClient
    TokenApi api;

    AuthleteStub stub;

    @BeforeEach
    void reset() {
        stub = AuthleteStub.get().reset();
    }

    @Test
    void aBatchIsAnArrayWithTheKindOfRunInTheQuery() {
        stub.answer(okJson("{\"resultCode\":\"A1\",\"requestId\":\"b 1\"}"));

        assertThat(tokens.createBatch(TokenBatchRequest.of(CREATE, CREATE)).requestId()).isEqualTo("b 1");
        tokens.createBatch(TokenBatchRequest.of(CREATE).asDryRun());
        api.createBatch("5", null, List.of(CREATE), null).await().atMost(Duration.ofMinutes(1));

        String json = "{\"grantType\":\"CLIENT_CREDENTIALS\",\"clientId\":1,\"accessToken\":\"a-secret\"}";
        List<LoggedRequest> requests = stub.requests();
        assertThat(requests).extracting(LoggedRequest::getUrl).containsExactly(PATH + "?dryRun=false", PATH + "?dryRun=true",
                PATH.replace(AuthleteStub.SERVICE_ID, "5"));
        assertThat(requests).extracting(LoggedRequest::getBodyAsString).containsExactly("[" + json + "," + json + "]",
                "[" + json + "]", "[" + json + "]");
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.getHeader("Content-Type")).startsWith("application/json");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + AuthleteStub.API_TOKEN);
        });
    }

    @Test
    void anAnswerWithoutAnIdIsNoSuccessExceptForADryRun() {
        stub.answer(okJson("{\"resultCode\":\"A482001\",\"resultMessage\":\"no batch for a-secret\"}"));

        AuthleteException failure = catchThrowableOfType(AuthleteUnreadableResponseException.class,
                () -> tokens.createBatch(TokenBatchRequest.of(CREATE)));

        assertThat(failure).hasMessageStartingWith("The answer has no requestId: [A482001] no batch for ***");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.resultCode()).isEqualTo("A482001");
        assertThat(stub.requests()).hasSize(1);
        assertThat(tokens.createBatch(TokenBatchRequest.of(CREATE).asDryRun()).requestId()).isNull();
        stub.reset().answer(okJson("{\"resultCode\":\"A001201\",\"resultMessage\":\"no batch\"}"));
        assertThat(TokenResult.of(() -> tokens.createBatch(TokenBatchRequest.of(CREATE).asDryRun())).isSuccess()).isFalse();
        stub.reset().answer(okJson("{\"requestId\":\"\"}"));
        assertThat(TokenResult.of(() -> tokens.createBatch(TokenBatchRequest.of(CREATE))).isSuccess()).isFalse();
    }

    @Test
    void theQuestionsComeWithGrowingPauses() {
        stub.answerInTurn(RUNNING, RUNNING, RUNNING, RUNNING, SUCCEEDED);

        TokenBatchStatus status = tokens.awaitBatch("b 1/;", POLICY, NO_RETRIES);

        assertThat(status.tokenCount()).isEqualTo(7);
        assertThat(stub.requests()).hasSize(5).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo(PATH + "/status/b%201%2F%3B");
            assertThat(request.getHeader("X-Run")).isEqualTo("7");
        });
        List<Long> pauses = pauses();
        assertThat(pauses.get(0)).isGreaterThanOrEqualTo(90L);
        assertThat(pauses.get(1)).isGreaterThanOrEqualTo(190L);
        assertThat(pauses.get(2)).isGreaterThanOrEqualTo(290L);
        assertThat(pauses.get(3)).isGreaterThanOrEqualTo(290L);
    }

    @Test
    void aFailureThatMayPassDoesNotEndTheWaiting() {
        stub.answerInTurn(aResponse().withStatus(500), aResponse().withStatus(502),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{}"),
                aResponse().withStatus(429).withHeader("Retry-After", "1"), SUCCEEDED);

        assertThat(tokens.awaitBatch("b1", POLICY, NO_RETRIES).isSucceeded()).isTrue();

        assertThat(stub.requests()).hasSize(6);
        assertThat(pauses().get(4)).as("pause that the server has asked for")
                .isGreaterThan(POLICY.maxInterval().toMillis() * 2);
    }

    @Test
    void aDefiniteFailureEndsTheWaiting() {
        stub.answerInTurn(RUNNING, aResponse().withStatus(403), SUCCEEDED);

        AuthleteException failure = catchThrowableOfType(AuthleteHttpException.class, () -> tokens.awaitBatch("b1", POLICY));

        assertThat(failure.operation()).isEqualTo(TokenOperation.BATCH_STATUS);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void theLimitOfTheWaitingKeepsTheIdAndWhatWasLastKnown() {
        stub.answerInTurn(RUNNING, aResponse().withStatus(503));
        PollingPolicy policy = PollingPolicy.builder().timeout(Duration.ofMillis(2800)).initialInterval(Duration.ofMillis(400))
                .maxInterval(Duration.ofMillis(400)).exponent(1).jitter(0).build();

        AuthleteBatchTimeoutException late = catchThrowableOfType(AuthleteBatchTimeoutException.class,
                () -> tokens.awaitBatch("b1", policy));

        assertThat(late.requestId()).isEqualTo("b1");
        assertThat(late.batch().isFinished()).isFalse();
        assertThat(late).hasMessageStartingWith("The batch b1 has not ended within 2800 ms. It continues at the server")
                .hasCauseInstanceOf(AuthleteHttpException.class);
        assertThat(late.operation()).isEqualTo(TokenOperation.BATCH_STATUS);
        assertThat(late.safeToRetry()).isTrue();
        assertNoMoreQuestions();
        assertThat(stub.requests()).as("two for each failed question").hasSizeBetween(3, 13);

        stub.reset().answer(SUCCEEDED);
        assertThat(tokens.awaitBatch(late.requestId()).isSucceeded()).isTrue();
    }

    @Test
    void theLimitEndsAQuestionThatIsInFlight() {
        stub.answer(aResponse().withFixedDelay(20_000));

        AuthleteBatchTimeoutException late = catchThrowableOfType(AuthleteBatchTimeoutException.class,
                () -> tokens.awaitBatch("b1", PollingPolicy.within(Duration.ofMillis(200))));

        assertThat(late.batch()).isNull();
        assertThat(late).hasNoCause();
    }

    @Test
    void aPauseThatDoesNotFitIntoTheTimeIsLeftToTheCaller() {
        stub.answer(aResponse().withStatus(503).withHeader("Retry-After", "60"));

        AuthleteException failure = catchThrowableOfType(AuthleteHttpException.class, () -> tokens.awaitBatch("b1", POLICY));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void theOtherSpellingOfASuccessIsASuccess() {
        stub.answer(status("\"result\":\"SUCCEED\",\"tokenCount\":7"));

        assertThat(tokens.awaitBatch("b1").isSucceeded()).isTrue();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void anUnknownResultIsNoEnd() {
        stub.answerInTurn(status("\"result\":\"PREPARING\""), status("\"result\":\"\""), SUCCEEDED);

        assertThat(tokens.awaitBatch("b1", POLICY).isSucceeded()).isTrue();
        assertThat(stub.requests()).hasSize(3);

        stub.reset().answer(status("\"result\":\"PREPARING\""));
        AuthleteBatchTimeoutException late = catchThrowableOfType(AuthleteBatchTimeoutException.class,
                () -> tokens.awaitBatch("b1", PollingPolicy.within(Duration.ofMillis(300))));
        assertThat(late.batch().result()).isEqualTo(TokenBatchResult.of("PREPARING"));
        assertThat(late.batch().isFinished()).isFalse();
    }

    @Test
    void aBatchThatFailedMayHaveCreatedAPart() {
        stub.answer(status("\"result\":\"FAILED\",\"tokenCount\":3,\"errorCode\":\"E1\","
                + "\"errorDescription\":\"twice\\nZ5a40U6dWvw2gMoCOAFbZcM85q4HC0Z--0YKD9-Nf6Q\""));

        AuthleteBatchFailedException failure = catchThrowableOfType(AuthleteBatchFailedException.class,
                () -> tokens.awaitBatch("b1"));

        assertThat(failure)
                .hasMessageStartingWith(
                        "The batch b1 has ended with FAILED: [E1] twice?*** [create-batch, service <default>, HTTP 200")
                .hasMessageContaining("Tokens of the batch may have been issued");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(failure.batch().tokenCount()).isEqualTo(3);
        assertThat(tokens.batchStatus("b1").isSucceeded()).isFalse();
    }

    @Test
    void nobodyAsksAfterACancellation() {
        stub.answer(RUNNING);
        Cancellable waiting = reactive.awaitBatch("b1", POLICY).subscribe().with(status -> {
        }, failure -> {
        });
        await().until(() -> stub.requests().size() >= 2);

        waiting.cancel();
        int asked = stub.requests().size();

        assertNoMoreQuestions();
        assertThat(stub.requests()).hasSizeBetween(asked, asked + 1);
    }

    @Test
    void anInterruptedThreadStopsWaiting() throws Exception {
        stub.answer(RUNNING);
        CompletableFuture<AuthleteException> failure = new CompletableFuture<>();
        Thread waiting = new Thread(
                () -> failure.complete(catchThrowableOfType(AuthleteException.class, () -> tokens.awaitBatch("b1", POLICY))));
        waiting.start();
        await().until(() -> !stub.requests().isEmpty());

        waiting.interrupt();

        assertThat(failure.get(1, TimeUnit.MINUTES)).hasMessageContaining("interrupted");
        assertNoMoreQuestions();
    }

    @Test
    void everySubscriptionWaitsAnew() {
        stub.answerInTurn(RUNNING, SUCCEEDED, RUNNING, SUCCEEDED);
        var waiting = reactive.awaitBatch("b1", POLICY);

        assertThat(stub.requests()).isEmpty();
        assertThat(waiting.await().atMost(Duration.ofMinutes(1)).isSucceeded()).isTrue();
        assertThat(waiting.await().atMost(Duration.ofMinutes(1)).isSucceeded()).isTrue();
        assertThat(stub.requests()).hasSize(4);
    }

    private static ResponseDefinitionBuilder status(String members) {
        return okJson("{\"resultCode\":\"A1\",\"status\":{\"batchKind\":\"CREATE\",\"requestId\":\"b1\",\"new\":1," + members
                + "}}");
    }

    /** One may still be on its way. */
    private void assertNoMoreQuestions() {
        AtomicInteger before = new AtomicInteger(-1);
        await().during(POLICY.maxInterval().multipliedBy(2)).atMost(Duration.ofMinutes(1)).until(() -> {
            int now = stub.requests().size();
            return before.getAndSet(now) == now;
        });
    }

    /** In milliseconds. */
    private List<Long> pauses() {
        List<LoggedRequest> requests = stub.requests();
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < requests.size(); i++) {
            pauses.add(requests.get(i).getLoggedDate().getTime() - requests.get(i - 1).getLoggedDate().getTime());
        }
        return pauses;
    }
}
