package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteBatchFailedException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The batches of bulk.adoc. */
@QuarkusTest
class BatchTest {

    private static final Logger LOG = Logger.getLogger(BatchTest.class);

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Test
    void createAndWait() {
        // tag::create[]
        TokenCreateRequest john = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L).subject("john").scopes("history.read")
                .accessToken("access-token-of-john").refreshToken("refresh-token-of-john").build();
        TokenCreateRequest jane = john.toBuilder().subject("jane")
                .accessToken("access-token-of-jane").refreshToken("refresh-token-of-jane").build();

        String requestId = tokens.createBatch(TokenBatchRequest.of(john, jane)).requestId();
        TokenBatchStatus status = tokens.awaitBatch(requestId); // it has succeeded, or this throws
        // end::create[]
        assertThat(status.isSucceeded()).isTrue();
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(2);
        // tag::await[]
        tokens.awaitBatch(requestId,
                PollingPolicy.builder().timeout(Duration.ofMinutes(30)).maxInterval(Duration.ofMinutes(1)).build());
        // end::await[]
        TokenBatchStatus now = tokens.batchStatus(requestId);
        boolean ended = now.isFinished();
        boolean allCreated = now.isSucceeded();
        assertThat(ended).isTrue();
        assertThat(allCreated).isTrue();
    }

    @Test
    void dryRunAndFailure() {
        List<TokenCreateRequest> requests = List.of(request("a"), request("a"));
        String requestId = tokens.createBatch(TokenBatchRequest.of(requests).asDryRun()).requestId();
        String errorCode = null;
        try {
            tokens.awaitBatch(requestId);
        } catch (AuthleteBatchFailedException e) {
            LOG.error("A part of the tokens may exist", e); // with the ID, the error code and the description
            errorCode = e.resultCode();
        }
        assertThat(errorCode).isEqualTo("A144201");
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    // tag::finish[]
    /** @return how many tokens are still missing */
    long finish(List<TokenCreateRequest> requests) {
        try (Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = tokens.bulk().createAll(requests)) {
            return results.filter(BulkResult::isFailure).peek(LOG::warn).count(); // no token in its text
        }
    }
    // end::finish[]

    @Test
    void aRunCreatesWhatABatchHasLeft() {
        List<TokenCreateRequest> requests = List.of(request("a"), request("b"), request("c"));
        emulator.inject(Fault.batchFailsAfter(1));
        String requestId = tokens.createBatch(TokenBatchRequest.of(requests)).requestId();
        assertThatThrownBy(() -> tokens.awaitBatch(requestId)).isInstanceOf(AuthleteBatchFailedException.class);
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(1);

        assertThat(finish(requests)).isZero();

        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(3);
    }

    private static TokenCreateRequest request(String accessToken) {
        return TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1L).accessToken(accessToken).build();
    }
}
