package io.quarkiverse.authlete.deployment.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkProgress;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Tokens with values of the caller's choice can be created again: what is there already is told apart from a failure. */
class BulkImportTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .overrideConfigKey("quarkus.authlete.devservices.scopes", "read,write");

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Test
    void theSameImportOnceMoreFinishesIt() {
        List<TokenCreateRequest> requests = requests(30);
        try (var results = tokens.bulk().createAll(requests)) {
            assertThat(results.limit(10)).allMatch(BulkResult::isSuccess);
        }
        List<BulkProgress> reports = new ArrayList<>();

        List<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = tokens
                .bulk(BulkOptions.builder().progress(reports::add).build()).createAll(requests).toList();

        assertThat(results).hasSize(30).noneMatch(BulkResult::isFailure);
        // Those whose results were read, and maybe some that were in flight.
        assertThat(results).filteredOn(BulkResult::alreadyExists)
                .hasSizeBetween(10, 10 + BulkOptions.DEFAULT_CONCURRENCY + 1)
                .allMatch(result -> result.failure() instanceof AuthleteActionException);
        assertThat(results).filteredOn(BulkResult::alreadyExists).extracting(BulkResult::toString)
                .allMatch(text -> text.contains(", already exists: "));
        assertThat(count()).isEqualTo(30);
        BulkProgress end = reports.get(reports.size() - 1);
        assertThat(end.alreadyExisting()).isEqualTo(results.stream().filter(BulkResult::alreadyExists).count());
        assertThat(end.succeeded()).isEqualTo(30 - end.alreadyExisting());
        assertThat(end.failed()).isZero();
        assertThat(tokens.bulk().createAll(requests)).allMatch(BulkResult::alreadyExists);
    }

    @Test
    void askingWhetherATokenExistsDoesNotChangeIt() {
        List<TokenCreateRequest> requests = List.of(request(0).toBuilder().scopes("read").build());
        assertThat(tokens.bulk().createAll(requests)).allMatch(BulkResult::isSuccess);
        AccessToken before = list().get(0);

        // Refused for another reason, so the code does not tell.
        List<TokenCreateRequest> noMoreSupported = List.of(request(0).toBuilder().scopes("no-such-scope").build());
        assertThat(tokens.bulk().createAll(noMoreSupported)).allMatch(BulkResult::alreadyExists);

        assertThat(emulator.requests(TokenOperation.UPDATE)).hasSize(1);
        assertThat(list()).containsExactly(before);
    }

    @Test
    void aChosenRefreshTokenThatExistsCounts() {
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("john")
                .refreshToken("chosen-refresh-token").build();

        assertThat(tokens.bulk().createAll(List.of(request))).allMatch(BulkResult::isSuccess);
        assertThat(tokens.bulk().createAll(List.of(request))).allMatch(BulkResult::alreadyExists);
        // The refresh token belongs to another access token.
        assertThat(tokens.bulk().createAll(List.of(request.toBuilder().accessToken("other").build())))
                .allMatch(BulkResult::isFailure);
    }

    @Test
    void anotherRefusalIsAFailure() {
        List<TokenCreateRequest> requests = List.of(request(0).toBuilder().scopes("no-such-scope").build(),
                request(1), TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L).subject("john").scopes("no-such-scope")
                        .build());

        assertThat(tokens.bulk().createAll(requests)).extracting(BulkResult::isFailure).containsExactly(true, false, true);
        // There is nothing to ask where no value was chosen.
        assertThat(emulator.requests(TokenOperation.UPDATE)).hasSize(1);
    }

    @Test
    void aCreateWhoseAnswerWasLostIsSentAgain() {
        // Now it is known that the service issues no JWTs.
        assertThat(tokens.bulk().createAll(List.of(request(2)))).allMatch(BulkResult::isSuccess);
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());
        BulkOptions oneByOne = BulkOptions.builder().concurrency(1).build();

        assertThat(tokens.bulk(oneByOne).createAll(requests(2))).extracting(result -> result.result().orElseThrow().recovered())
                .containsExactly(true, false);
        assertThat(count()).isEqualTo(3);

        emulator.reset();
        emulator.inject(Fault.status(500).on(TokenOperation.CREATE));
        assertThat(tokens.bulk(oneByOne).createAll(requests(2))).allMatch(BulkResult::isSuccess);
        assertThat(emulator.requests(TokenOperation.CREATE)).hasSize(3);
    }

    @Test
    void aLostAnswerIsNotForgottenIfTheRepeatIsRefused() {
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());
        emulator.inject(Fault.status(403).on(TokenOperation.CREATE));

        BulkResult<TokenCreateRequest, TokenCreateResponse> result = tokens.bulk().createAll(requests(1)).findAny()
                .orElseThrow();

        assertThat(result.isFailure()).isTrue();
        assertThat(result.failure().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.failure().status()).isEqualTo(403);
    }

    @Test
    void aCreateWithAValueOfTheServersChoiceIsNeverSentAgain() {
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L).subject("john").build();

        BulkResult<TokenCreateRequest, TokenCreateResponse> result = tokens.bulk().createAll(List.of(request)).findAny()
                .orElseThrow();

        assertThat(result.failure().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(emulator.requests()).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLostAnswerIsNotForgottenWhenTheRetryIsPutOff(boolean checkExisting) {
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());
        emulator.inject(Fault.status(429).on(TokenOperation.CREATE));
        BulkOptions once = BulkOptions.builder().checkExisting(checkExisting)
                .requestOptions(RequestOptions.builder().exactlyOnce().build()).build();
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L).subject("john").build();

        assertThat(tokens.bulk(once).createAll(List.of(request))).allMatch(BulkResult::isSuccess)
                .extracting(result -> result.result().orElseThrow().recovered()).containsExactly(true);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void noUpdateIsSentIfNobodyWantsToKnow() {
        BulkOptions options = BulkOptions.builder().checkExisting(false).build();
        tokens.bulk(options).createAll(requests(2)).toList();

        assertThat(tokens.bulk(options).createAll(requests(2))).allMatch(BulkResult::isFailure);
        assertThat(emulator.requests(TokenOperation.UPDATE)).isEmpty();
    }

    /** A delete that may have been done finds nothing when it is made again. */
    @Test
    void aDeleteThatWasDoneBeforeItWasPutOffHasSucceeded() {
        tokens.bulk().createAll(requests(1)).toList();
        emulator.inject(Fault.status(502).on(TokenOperation.DELETE).afterProcessing());
        emulator.inject(Fault.status(429).on(TokenOperation.DELETE));

        assertThat(tokens.bulk().deleteAll(List.of("imported-token-0"))).allMatch(BulkResult::isSuccess).hasSize(1);
        assertThat(emulator.requests(TokenOperation.DELETE)).hasSize(3);
    }

    private long count() {
        return tokens.list(TokenListRequest.all()).totalCount();
    }

    private List<AccessToken> list() {
        return tokens.list(TokenListRequest.builder().range(0, 20).build()).accessTokens();
    }

    private static List<TokenCreateRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(BulkImportTest::request).toList();
    }

    private static TokenCreateRequest request(int number) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L).subject("subject-" + number)
                .accessToken("imported-token-" + number).build();
    }
}
