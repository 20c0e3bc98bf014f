package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The bulk runs of bulk.adoc. */
@QuarkusTest
class BulkTest {

    private static final Logger LOG = Logger.getLogger(BulkTest.class);

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void noTokens() {
        emulator.reset();
    }

    // tag::blocking[]
    long revokeAll(List<String> subjects) {
        List<TokenRevokeRequest> requests = subjects.stream().map(TokenRevokeRequest::subject).toList();
        try (Stream<BulkResult<TokenRevokeRequest, TokenRevokeResponse>> results = tokens.bulk().revokeAll(requests)) {
            return results.mapToLong(result -> result.result().fold(
                    revoked -> revoked.count(),
                    failure -> {
                        LOG.warnf("Tokens of %s are not revoked: %s", result.item().subject(), failure.getMessage());
                        return 0L;
                    })).sum();
        }
    }
    // end::blocking[]

    // tag::reactive[]
    Uni<Long> failures(Multi<String> hashes) {
        return reactive.bulk().deleteAll(hashes)
                .select().where(BulkResult::isFailure)
                .onItem().invoke(result -> LOG.warn(result)) // no token in its text
                .collect().with(Collectors.counting());
    }
    // end::reactive[]

    BulkOptions options() {
        // tag::options[]
        BulkOptions options = BulkOptions.builder()
                .concurrency(20)
                .giveUpAfter(Duration.ofMinutes(15))
                .requestOptions(RequestOptions.builder().timeout(Duration.ofSeconds(60)).build())
                .progressInterval(Duration.ofSeconds(10)).progress(progress -> LOG.infof("%d done, %d failed, %.1f per second",
                        progress.done(), progress.failed(), progress.perSecond()))
                .build();
        // end::options[]
        return options;
    }

    @Test
    void everyUserSignsOut() {
        List<String> subjects = IntStream.range(0, 20).mapToObj(i -> "user-" + i).toList();
        assertThat(tokens.bulk(options()).createAll(subjects.stream().map(BulkTest::request))).hasSize(20)
                .allMatch(BulkResult::isSuccess);

        assertThat(revokeAll(subjects)).isEqualTo(20);
        assertThat(revokeAll(List.of(" "))).isZero();
    }

    @Test
    void hashesOfATokenList() {
        TokenCreateResponse created = tokens.create(request("ann"));
        List<String> hashes = tokens.list(TokenListRequest.builder().subject("ann").build()).accessTokens().stream()
                .map(token -> token.accessTokenHash()).toList();

        assertThat(created.accessToken()).isNotEqualTo(hashes.get(0));
        assertThat(failures(Multi.createFrom().iterable(hashes)).await().atMost(Duration.ofMinutes(1))).isZero();
        assertThat(failures(Multi.createFrom().iterable(hashes)).await().atMost(Duration.ofMinutes(1))).isEqualTo(1);
    }

    @Test
    void oneCallRevokesAllTokensOfAUserOrAClient() {
        // tag::one-call[]
        tokens.revokeBySubject("john");
        tokens.revokeByClient("26888344961664");
        // end::one-call[]
        assertThat(emulator.requests()).hasSize(2);
    }

    private static TokenCreateRequest request(String subject) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(26888344961664L).subject(subject).build();
    }
}
