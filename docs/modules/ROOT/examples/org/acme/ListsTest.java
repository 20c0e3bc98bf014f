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

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The snippets of lists.adoc. */
@QuarkusTest
class ListsTest {

    private static final int TOKENS = 252;

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void someTokens() {
        emulator.reset();
        TokenCreateRequest.Builder ofAClient = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS).clientId(1);
        emulator.addToken(ofAClient.build());
        IntStream.range(0, 250).forEach(i -> emulator.addToken(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L).subject("user-" + i % 10).scopes("history.read").build()));
        emulator.addToken(ofAClient.build());
    }

    // tag::count[]
    Long count(String subject) {
        return tokens.list(TokenListRequest.builder().subject(subject).range(0, 0).build()).totalCount();
    }
    // end::count[]

    // tag::blocking[]
    Map<String, Long> tokensByUser() {
        try (Stream<AccessToken> all = tokens.stream(TokenListRequest.all())) {
            return all.filter(token -> token.subject() != null) // tokens of a client alone have no user
                    .collect(Collectors.groupingBy(AccessToken::subject, Collectors.counting()));
        }
    }
    // end::blocking[]

    // tag::reactive[]
    /** Users who signed in before that have to sign in again. */
    Uni<Long> endSessionsOlderThan(Duration age) {
        Instant limit = Instant.now().minus(age);
        Multi<String> old = reactive.stream(TokenListRequest.all())
                .select().where(token -> token.creationTime().isBefore(limit))
                .onItem().transform(AccessToken::accessTokenHash);
        return reactive.bulk().deleteAll(old).select().where(BulkResult::isSuccess).collect().with(Collectors.counting());
    }
    // end::reactive[]

    @Test
    void tokensAreCountedWithoutAnyBeingListed() {
        assertThat(count("user-0")).isEqualTo(25);

        assertThat(emulator.requests(TokenOperation.LIST)).singleElement()
                .satisfies(request -> assertThat(request.query()).containsEntry("end", List.of("0")));
    }

    @Test
    void everyTokenOfAUserIsCounted() {
        assertThat(tokensByUser()).hasSize(10).allSatisfy((subject, count) -> assertThat(count).isEqualTo(25));
    }

    @Test
    void everyOldTokenIsDeletedWhileTheListIsRead() {
        assertThat(endSessionsOlderThan(Duration.ofDays(-1)).await().atMost(Duration.ofMinutes(1))).isEqualTo(TOKENS);
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isZero();
    }

    @Test
    void youngTokensAreKept() {
        assertThat(endSessionsOlderThan(Duration.ofDays(1)).await().atMost(Duration.ofMinutes(1))).isZero();
        assertThat(tokens.list(TokenListRequest.all()).totalCount()).isEqualTo(TOKENS);
    }

    @Test
    void noPageIsTooLarge() {
        tokensByUser();

        assertThat(emulator.requests(TokenOperation.LIST)).hasSizeGreaterThan(TOKENS / 20)
                .allSatisfy(page -> assertThat(page.status()).isEqualTo(200));
    }
}
