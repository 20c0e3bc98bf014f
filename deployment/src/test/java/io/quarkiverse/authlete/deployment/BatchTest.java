package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.error.AuthleteBatchFailedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchKind;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Many tokens are created by one request, as the emulator carries it out. */
class BatchTest {

    private static final PollingPolicy SOON = PollingPolicy.builder().timeout(Duration.ofMinutes(1))
            .initialInterval(Duration.ofMillis(20))
            .maxInterval(Duration.ofMillis(50)).build();

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.devservices.scopes", "read");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    AuthleteEmulator emulator;

    @AfterEach
    void reset() {
        emulator.reset();
    }

    @Test
    void theTokensAreThereWhenTheWaitingIsOver() {
        String requestId = tokens.createBatch(batch("at-1", "at-2")).requestId();
        assertThat(tokens.batchStatus(requestId).isFinished()).isFalse();

        TokenBatchStatus status = tokens.awaitBatch(requestId, SOON);

        assertThat(status.isSucceeded()).isTrue();
        assertThat(status.tokenCount()).isEqualTo(2);
        assertThat(status.batchKind()).isEqualTo(TokenBatchKind.CREATE);
        assertThat(status.requestId()).isEqualTo(requestId);
        assertThat(status.modificationTime()).isAfterOrEqualTo(status.creationTime());
        assertThat(count()).isEqualTo(2);
        assertThat(reactive.awaitBatch(requestId).await().atMost(Duration.ofMinutes(1))).isEqualTo(status);
        tokens.delete("at-2");
    }

    @Test
    void aDryRunOnlyChecks() {
        String good = tokens.createBatch(batch("at-1").asDryRun()).requestId();
        String bad = tokens.createBatch(TokenBatchRequest.of(request("at-1").scopes("read").build(),
                request("at-2").scopes("write").build()).asDryRun()).requestId();

        assertThat(tokens.awaitBatch(good, SOON).isSucceeded()).isTrue();
        assertThat(failure(bad)).hasMessageContaining("The request at index 1");
        assertThat(count()).isZero();
        assertThat(emulator.requests(TokenOperation.CREATE_BATCH)).extracting(request -> request.query().get("dryRun"))
                .containsOnly(List.of("true"));
    }

    @Test
    void aFailedBatchTellsWhy() {
        tokens.create(request("the-secret").build());
        String requestId = tokens.createBatch(batch("at-1", "the-secret")).requestId();

        AuthleteBatchFailedException failure = failure(requestId);

        assertThat(failure.requestId()).isEqualTo(requestId);
        assertThat(failure.resultCode()).isEqualTo("A144201");
        assertThat(failure.resultMessage()).isEqualTo("The request at index 1: The hash of accessToken exists already.");
        assertThat(failure)
                .hasMessageStartingWith("The batch " + requestId + " has ended with FAILED: [A144201] The request at")
                .hasMessageContaining("list the tokens");
        assertThat(failure.batch().isSucceeded()).isFalse();
        assertThat(failure.operation()).isEqualTo(TokenOperation.CREATE_BATCH);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(failure.attempts()).isEqualTo(emulator.requests(TokenOperation.BATCH_STATUS).size());
        assertThat(tokens.batchStatus(requestId)).isEqualTo(failure.batch());
        assertThat(TokenResult.of(() -> tokens.awaitBatch(requestId, SOON)).isSuccess()).isFalse();
        assertThat(TokenResult.of(() -> tokens.batchStatus(requestId)).isSuccess()).isTrue();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aLargeBatchGoesThrough() {
        TokenBatchRequest batch = TokenBatchRequest
                .of(IntStream.range(0, 5_000).mapToObj(i -> request("access-token-" + i).build()).toList());

        String requestId = tokens.createBatch(batch).requestId();

        assertThat(tokens.awaitBatch(requestId, SOON).tokenCount()).isEqualTo(5_000);
        assertThat(count()).isEqualTo(5_000);
    }

    @Test
    void aBatchWhoseAnswerWasLostIsNotSentAgain() {
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE_BATCH).afterProcessing());

        AuthleteException lost = catchThrowableOfType(AuthleteConnectionException.class,
                () -> tokens.createBatch(batch("the-secret")));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(lost.safeToRetry()).isFalse();
        assertThat(lost.attempts()).isEqualTo(1);
        assertThat(lost).hasMessageContaining("Tokens of the batch may have been issued")
                .hasMessageNotContaining("the-secret");
        assertThat(emulator.requests(TokenOperation.CREATE_BATCH)).hasSize(1);

        emulator.inject(Fault.status(503).retryAfter(Duration.ZERO).on(TokenOperation.CREATE_BATCH));
        assertThat(tokens.createBatch(batch("at-2")).requestId()).isNotNull();
        assertThat(emulator.requests(TokenOperation.CREATE_BATCH)).extracting(RecordedRequest::status)
                .containsExactly(null, 503, 200);
    }

    @Test
    void aBatchWithAWrongRequestIsNotSent() {
        AuthleteInvalidRequestException refusal = catchThrowableOfType(AuthleteInvalidRequestException.class,
                () -> tokens.createBatch(TokenBatchRequest.of(request("at-1").build(), request(" ").build())));

        assertThat(refusal.field()).isEqualTo("requests[1].accessToken");
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(catchThrowableOfType(AuthleteInvalidRequestException.class, () -> tokens.awaitBatch("..")).field())
                .isEqualTo("requestId");
        assertThat(emulator.requests()).isEmpty();
    }

    @Test
    void anUnknownBatchIsNotWaitedFor() {
        AuthleteResultException unknown = catchThrowableOfType(AuthleteResultException.class,
                () -> tokens.awaitBatch("a/../b c", SOON));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.operation()).isEqualTo(TokenOperation.BATCH_STATUS);
        assertThat(emulator.requests(TokenOperation.BATCH_STATUS)).hasSize(1);
    }

    private AuthleteBatchFailedException failure(String requestId) {
        return catchThrowableOfType(AuthleteBatchFailedException.class, () -> tokens.awaitBatch(requestId, SOON));
    }

    private long count() {
        return tokens.list(TokenListRequest.all()).totalCount();
    }

    private static TokenBatchRequest batch(String... accessTokens) {
        return TokenBatchRequest.of(List.of(accessTokens).stream().map(value -> request(value).build()).toList());
    }

    private static TokenCreateRequest.Builder request(String accessToken) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1).subject("john").accessToken(accessToken)
                .refreshToken("refresh-" + accessToken);
    }
}
