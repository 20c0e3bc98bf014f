package io.quarkiverse.authlete.deployment.contract;

import static io.quarkiverse.authlete.deployment.contract.ClientFact.always;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.failure;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.inTurn;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.json;
import static io.quarkiverse.authlete.deployment.contract.ClientFact.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkiverse.authlete.PollingPolicy;
import io.quarkiverse.authlete.deployment.bulk.BulkServer.Response;
import io.quarkiverse.authlete.error.AuthleteBatchFailedException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenBatchStatus;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/** How servers create batches. */
final class BatchAnswers {

    private static final PollingPolicy OFTEN = PollingPolicy.builder().timeout(Duration.ofSeconds(30))
            .initialInterval(Duration.ofMillis(10)).maxInterval(Duration.ofMillis(10)).build();
    private static final TokenCreateRequest.Builder ELEMENT = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS)
            .clientId(1L);

    static final List<ClientFact> FACTS = List.of(
            always("the ID of a batch is base64url and no UUID",
                    ok("{'resultCode':'A482001','resultMessage':'[A482001] taken','requestId':'_4-5nPCCsYJ2vsKsWyE3kg'}"),
                    clients -> {
                        TokenBatchRequest batch = TokenBatchRequest.of(ELEMENT.accessToken("a").build());
                        assertThat(clients.tokens().createBatch(batch).requestId()).isEqualTo("_4-5nPCCsYJ2vsKsWyE3kg");
                        assertThat(clients.sent().get(0).query()).isEqualTo("dryRun=false");
                    }),
            always("each element of a batch needs an access token", ok("{'requestId':'r'}"), clients -> {
                TokenBatchRequest batch = TokenBatchRequest.of(ELEMENT.accessToken("a").build(),
                        ELEMENT.accessToken(null).build());
                failure(AuthleteInvalidRequestException.class, () -> clients.tokens().createBatch(batch));
                assertThat(clients.sent()).isEmpty();
            }),
            inTurn("a batch ends with SUCCEEDED", List.of(running(), status("SUCCEEDED", 2)), clients -> {
                TokenBatchStatus status = clients.tokens().awaitBatch("r", OFTEN);
                assertThat(status.isSucceeded()).isTrue();
                assertThat(status.tokenCount()).isEqualTo(2);
                assertThat(status.creationTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
            }),
            inTurn("a batch ends with SUCCEED", List.of(running(), status("SUCCEED", 2)), clients -> {
                assertThat(clients.tokens().awaitBatch("r", OFTEN).isSucceeded()).isTrue();
                assertThat(clients.sent()).hasSize(2);
            }),
            inTurn("a batch has a result that is not documented, and goes on",
                    List.of(status("SUSPENDED", 1), status("SUSPENDED", 1), status("SUCCEEDED", 2)), clients -> {
                        assertThat(clients.reactive().awaitBatch("r", OFTEN).await().atMost(Duration.ofMinutes(1))
                                .isSucceeded()).isTrue();
                        assertThat(clients.sent()).hasSize(3);
                    }),
            always("a batch that has failed may have created some of its tokens", status("FAILED", 3), clients -> {
                AuthleteBatchFailedException failure = failure(AuthleteBatchFailedException.class,
                        () -> clients.tokens().awaitBatch("r", OFTEN));
                assertThat(failure.batch().tokenCount()).isEqualTo(3);
            }),
            always("an unknown batch is 404 with A481302",
                    json(404, "{'resultCode':'A481302','resultMessage':'[A481302] unknown'}"),
                    clients -> assertThat(failure(AuthleteResultException.class,
                            () -> clients.tokens().awaitBatch("r", OFTEN)).resultCode()).isEqualTo("A481302")));

    private BatchAnswers() {
    }

    private static Response running() {
        return ok("{'resultCode':'A447001','resultMessage':'found','status':{'batchKind':'CREATE','requestId':'r',"
                + "'tokenCount':0,'createdAt':1700000000000,'modifiedAt':1700000000000}}");
    }

    private static Response status(String result, int tokenCount) {
        return ok(running().body().replace("\"tokenCount\":0",
                "\"result\":\"" + result + "\",\"errorCode\":null,\"tokenCount\":" + tokenCount));
    }
}
