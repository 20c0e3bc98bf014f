package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The snippets of streams.adoc. */
@QuarkusTest
class StreamTest {

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void someTokens() {
        emulator.reset();
        IntStream.range(0, 250).forEach(i -> emulator.addToken(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L).subject("user-" + i % 10).scopes("history.read").build()));
    }

    // tag::blocking[]
    Map<String, Long> tokensBySubject() {
        try (Stream<AccessToken> all = tokens.stream(TokenListRequest.all())) {
            return all.collect(Collectors.groupingBy(AccessToken::subject, Collectors.counting()));
        }
    }
    // end::blocking[]

    // tag::reactive[]
    Uni<Long> deleteTokensOlderThan(Duration age) {
        long limit = Instant.now().minus(age).toEpochMilli();
        Multi<String> old = reactive.stream(TokenListRequest.all().range(0, 500)) // in pages of 500
                .select().where(token -> token.createdAt() < limit)
                .onItem().transform(AccessToken::accessTokenHash);
        return reactive.bulk().deleteAll(old).collect().with(Collectors.counting());
    }
    // end::reactive[]

    @Test
    void everyTokenIsCounted() {
        assertThat(tokensBySubject()).hasSize(10).allSatisfy((subject, count) -> assertThat(count).isEqualTo(25));
    }

    @Test
    void everyOldTokenIsDeletedWhileTheListIsRead() {
        assertThat(deleteTokensOlderThan(Duration.ofDays(-1)).await().atMost(Duration.ofSeconds(30))).isEqualTo(250);
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    @Test
    void youngTokensAreKept() {
        assertThat(deleteTokensOlderThan(Duration.ofDays(1)).await().atMost(Duration.ofSeconds(30))).isZero();
        assertThat(List.copyOf(tokensBySubject().keySet())).hasSize(10);
    }
}
