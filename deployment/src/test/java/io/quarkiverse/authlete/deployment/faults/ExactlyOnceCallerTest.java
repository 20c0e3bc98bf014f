package io.quarkiverse.authlete.deployment.faults;

import static io.quarkiverse.authlete.deployment.faults.OnceLedger.RESET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.FaultScript.OnRequest;
import io.quarkiverse.authlete.deployment.faults.OnceLedger.Kind;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;

/** What the caller of a create that happens exactly once decides, is told, and can finish. */
class ExactlyOnceCallerTest extends OnceTest {

    private static final OnRequest STALL = (request, connection) -> connection.awaitEnd();
    private static final OnRequest FORBIDDEN = (request, connection) -> connection.answer("403 Forbidden", "");

    @RegisterExtension
    static final TestApplication APPLICATION = configure();

    @Inject
    ReactiveTokenOperations reactive;

    @Test
    void withoutFaultsItIsOneRequestWithTheValuesOfTheClient() {
        TokenCreateResponse created = tokens.create(request(), once);

        assertThat(kinds()).containsExactly(Kind.CREATE);
        assertThat(created.accessToken()).matches("[A-Za-z0-9_-]{43}");
        assertThat(created.refreshToken()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(created.accessToken());
        assertThat(created.recovered()).isFalse();
        assertThat(ledger.tokens().get(created.accessToken()).request().get("refreshToken").textValue())
                .isEqualTo(created.refreshToken());
        assertThat(tokens.create(request(), once).accessToken()).isNotEqualTo(created.accessToken());
    }

    @Test
    void nobodyGetsItWhoDoesNotAsk() {
        tokens.create(request());
        assertThat(server.requests().get(0).body()).doesNotContain("accessToken", "refreshToken");

        ledger.lose(Kind.CREATE, RESET);
        AuthleteException lost = fail(request(), RequestOptions.builder().exactlyOnce(false).build());
        assertThat(lost.attempts()).isEqualTo(1);
        assertThat(lost.unfinished()).isNull();
    }

    @Test
    void whatTheCallerHasChosenStays() {
        TokenCreateResponse created = tokens.create(
                request().toBuilder().accessToken("my-value").refreshToken("my-refresh").build(), once);

        assertThat(created.accessToken()).isEqualTo("my-value");
        assertThat(created.refreshToken()).isEqualTo("my-refresh");
    }

    @ParameterizedTest
    @ValueSource(strings = { "IMPLICIT", "CLIENT_CREDENTIALS", "GRANT_OF_THE_FUTURE" })
    void noRefreshTokenIsChosenWhereThereIsNone(String grant) {
        tokens.create(TokenCreateRequest.builder(GrantType.of(grant)).clientId(1L).subject("john").build(), once);

        assertThat(server.requests().get(0).body()).contains("accessToken").doesNotContain("refreshToken");
    }

    @Test
    void eachSubscriptionChoosesValuesOfItsOwn() {
        var create = reactive.create(request(), once);

        assertThat(create.await().indefinitely().accessToken()).isNotEqualTo(create.await().indefinitely().accessToken());
        assertThat(ledger.tokens()).hasSize(2);
    }

    @Test
    void whatIsWrongWithARequestIsToldAsAlways() {
        assertThat(catchThrowableOfType(AuthleteInvalidRequestException.class, () -> tokens.create(null, once)))
                .hasMessageContaining("request");
        assertThat(fail(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L).build(), once))
                .isInstanceOf(AuthleteInvalidRequestException.class).hasMessageContaining("subject");
        assertThat(fail(request(), once.toBuilder().resume().build())).isInstanceOf(AuthleteInvalidRequestException.class)
                .hasMessageContaining("unfinished()");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void whatTheDeadlineEndsCanBeFinished(boolean jwt) {
        play(new OnceLedger().jwt(jwt));
        tokens.create(request(), once);
        ledger.lose(Kind.CREATE, RESET).lose(Kind.CREATE, STALL);

        AuthleteException failure = fail(request(), once.toBuilder().timeout(Duration.ofSeconds(1)).build());

        assertUnfinished(failure);
        assertThat(ledger.values()).hasSize(2).contains(failure.unfinished().accessToken());
        TokenCreateResponse created = tokens.create(failure.unfinished(),
                RequestOptions.builder().serviceId(serviceId).resume().build());
        assertThat(created.recovered()).isTrue();
        assertThat(created.accessToken()).isEqualTo(failure.unfinished().accessToken());
        assertThat(created.refreshToken()).isEqualTo(failure.unfinished().refreshToken());
        assertThat(created.jwtAccessToken()).isEqualTo(ledger.tokens().get(created.accessToken()).jwt());
        assertThat(ledger.values()).hasSize(2).contains(created.accessToken());
    }

    @Test
    void theDeadlineMayAlsoEndWhatFollows() {
        play(new OnceLedger().jwt(true).lose(Kind.CREATE, RESET).lose(Kind.DELETE, STALL));

        AuthleteException failure = fail(request(), once.toBuilder().timeout(Duration.ofSeconds(1)).build());

        assertUnfinished(failure);
        assertThat(failure.operation()).isEqualTo(TokenOperation.CREATE);
        TokenCreateResponse created = tokens.create(failure.unfinished(), once.toBuilder().resume().build());
        assertThat(ledger.values()).containsExactly(created.accessToken());
    }

    @Test
    void whatWasNeverProcessedIsFinishedByAnOrdinaryCreate() {
        ledger.drop(Kind.CREATE, RESET).drop(Kind.CREATE, RESET).drop(Kind.CREATE, RESET);
        AuthleteException failure = fail(request(), once);
        assertUnfinished(failure);

        TokenCreateResponse created = tokens.create(failure.unfinished(), once.toBuilder().resume().build());

        assertThat(created.accessToken()).isEqualTo(failure.unfinished().accessToken());
        assertThat(ledger.values()).containsExactly(created.accessToken());
    }

    @Test
    void aRefusedReadIsNoCertainty() {
        tokens.create(request(), once);
        ledger.lose(Kind.CREATE, RESET).drop(Kind.UPDATE, FORBIDDEN);

        AuthleteException failure = fail(request(), once);

        assertUnfinished(failure);
        assertThat(failure.status()).isEqualTo(403);
    }

    @Test
    void withRetriesTurnedOffTheCallerFinishes() {
        ledger.lose(Kind.CREATE, RESET);

        AuthleteException failure = fail(request(),
                once.toBuilder().retry(RetryPolicy.none()).build());

        assertUnfinished(failure);
        assertThat(kinds()).containsExactly(Kind.CREATE);
        assertThat(ledger.values()).containsExactly(failure.unfinished().accessToken());
    }

    @Test
    void anInterruptedThreadKnowsTheValues() throws Exception {
        ledger.lose(Kind.CREATE, STALL);
        AtomicReference<AuthleteException> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> failure.set(fail(request(), once)));
        caller.start();
        await().until(() -> !ledger.values().isEmpty());

        caller.interrupt();
        caller.join(10_000);

        assertUnfinished(failure.get());
        assertThat(ledger.values()).containsExactly(failure.get().unfinished().accessToken());
    }

    private void assertUnfinished(AuthleteException failure) {
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(failure.unfinished()).isNotNull();
        assertThat(failure.getMessage()).contains("RequestOptions.resume()");
        assertThat(failure.toString() + failure.unfinished()).doesNotContain(failure.unfinished().accessToken(),
                failure.unfinished().refreshToken());
    }
}
