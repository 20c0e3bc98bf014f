package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.Multi;

/**
 * What the pages promise without any setting of the client, against a server that limits the size of a page and the rate of
 * requests as Authlete does: it needs nothing but time.
 */
class DefaultsAgainstRateLimitTest {

    private static final int TOKENS = 1_000;
    private static final int BURST = 60; // three seconds of the limit: three retries suffice

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.devservices.rate-limit", "20");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Test
    void aStreamHasEachOfAThousandTokensOnce() {
        IntStream.range(0, TOKENS).forEach(i -> emulator.addToken(request(i)));

        List<String> hashes;
        try (Stream<AccessToken> all = tokens.stream(TokenListRequest.all())) {
            hashes = all.map(AccessToken::accessTokenHash).toList();
        }

        assertThat(hashes).hasSize(TOKENS).doesNotHaveDuplicates();
        assertThat(reactive.stream(TokenListRequest.all()).map(AccessToken::accessTokenHash).collect().asList()
                .await().indefinitely()).isEqualTo(hashes);
        assertSomeRefused(TokenOperation.LIST);
    }

    @Test
    void aBurstOfThreadsSucceeds() {
        ExecutorService threads = Executors.newFixedThreadPool(BURST);
        try {
            List<CompletableFuture<String>> created = IntStream.range(0, BURST)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> tokens.create(request(i)).accessToken(), threads))
                    .toList();

            assertAllCreatedOnce(created.stream().map(CompletableFuture::join).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReactiveBurstSucceeds() {
        assertAllCreatedOnce(Multi.createFrom().range(0, BURST)
                .onItem().transformToUni(i -> reactive.create(request(i))).merge(BURST)
                .map(created -> created.accessToken()).collect().asList().await().indefinitely());
    }

    @Test
    void aBulkRunSucceeds() {
        Stream<TokenCreateRequest> requests = IntStream.range(0, BURST).mapToObj(DefaultsAgainstRateLimitTest::request);

        try (var results = tokens.bulk().createAll(requests)) {
            assertAllCreatedOnce(results.filter(BulkResult::isSuccess)
                    .map(result -> result.result().orElseThrow().accessToken()).toList());
        }
    }

    private void assertAllCreatedOnce(List<String> created) {
        assertThat(created).hasSize(BURST).doesNotHaveDuplicates();
        assertThat(tokens.list(TokenListRequest.builder().range(0, 0).build()).totalCount()).isEqualTo(BURST);
        assertSomeRefused(TokenOperation.CREATE);
    }

    /** Comes last: on a machine that is too slow to reach the limit, everything else has been checked. */
    private void assertSomeRefused(TokenOperation operation) {
        List<Integer> statuses = emulator.requests(operation).stream().map(RecordedRequest::status).toList();
        assertThat(statuses).contains(200).isSubsetOf(200, 429);
        assumeThat(statuses).contains(429);
    }

    private static TokenCreateRequest request(int number) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(26888344961664L).subject("user-" + number)
                .build();
    }
}
