package io.quarkiverse.authlete.deployment.faults;

import static io.quarkiverse.authlete.deployment.faults.OnceLedger.RESET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.RetryPolicy;
import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.deployment.faults.FaultScript.OnRequest;
import io.quarkiverse.authlete.deployment.faults.OnceLedger.Kind;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;

/** What a create that happens exactly once makes of a server that is not as one would like. */
class ExactlyOnceServerTest extends OnceTest {

    private static final OnRequest SLOW_DOWN = (request, connection) -> connection.answer("429 Too Many Requests", "");

    @RegisterExtension
    static final TestApplication APPLICATION = configure()
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.authlete"))
            .assertLogRecords(ExactlyOnceServerTest::checkLog);

    private static void checkLog(List<LogRecord> records) {
        assertThat(records).extracting(LogRecord::getMessage).filteredOn(message -> message.contains("chosen")).hasSize(2);
    }

    @Test
    void aServiceWithoutRefreshGrantIsRemembered() {
        play(new OnceLedger().withoutRefreshGrant());

        assertThat(tokens.create(request(), once).refreshToken()).isNull();
        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE);
        assertThat(tokens.create(request(), once).refreshToken()).isNull();
        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE, Kind.CREATE);

        ledger.lose(Kind.CREATE, RESET);
        assertThat(tokens.create(request(), once).recovered()).isTrue();
        assertThat(ledger.tokens()).hasSize(3);
    }

    @Test
    void aRefreshGrantThatIsTurnedOnLaterIsNoticed() {
        play(new OnceLedger().withoutRefreshGrant());
        tokens.create(request(), once);
        play(new OnceLedger().lose(Kind.CREATE, RESET));

        TokenCreateResponse created = tokens.create(request(), once);

        assertThat(created.refreshToken()).isNotNull()
                .isEqualTo(ledger.tokens().get(created.accessToken()).refreshToken());
        assertThat(ledger.values()).containsExactly(created.accessToken());
        tokens.create(request(), once);
        assertThat(server.requests().get(server.requests().size() - 1).body()).contains("refreshToken");
    }

    @Test
    void aRefreshTokenOfTheCallersChoiceIsNotLeftOut() {
        play(new OnceLedger().withoutRefreshGrant());

        AuthleteException refused = fail(request().toBuilder().refreshToken("my-refresh").build(), once);

        assertThat(refused.resultCode()).isEqualTo("A108202");
        assertThat(kinds()).containsExactly(Kind.CREATE);
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 400, 409, 500, 503 })
    void aLostTokenIsReadByAnUpdateThatChangesNothing(int status) {
        play(new OnceLedger().refusingWith(status));
        tokens.create(request(), once);
        ledger.lose(Kind.CREATE, RESET);

        TokenCreateResponse found = tokens.create(request().toBuilder().scopes("b", "a").build(), once);

        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE, Kind.CREATE, Kind.UPDATE);
        assertThat(server.requests().get(3).body()).isEqualTo("{\"accessToken\":\"" + found.accessToken() + "\"}");
        assertThat(found.recovered()).isTrue();
        assertThat(found.refreshToken()).isEqualTo(ledger.tokens().get(found.accessToken()).refreshToken());
        assertThat(found.tokenType()).isEqualTo("Bearer");
        assertThat(found.tokenId()).isEqualTo("id-of-" + found.accessToken());
        assertThat(found.expiresAt()).isEqualTo(OnceLedger.EXPIRY);
        assertThat(found.expiresIn()).isPositive().isLessThanOrEqualTo(OnceLedger.EXPIRY / 1000);
        assertThat(found.scopes()).containsExactly("b", "a");
        assertThat(found.properties()).containsExactly(Property.of("plan", "gold"));
        assertThat(found.clientId()).isEqualTo(1);
        assertThat(found.subject()).isEqualTo("john");
        assertThat(found.grantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
    }

    /** Whether it issues JWTs can't be known: the only answer was lost. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLostTokenOfAnUnknownServiceIsReplaced(boolean jwt) {
        play(new OnceLedger().jwt(jwt).lose(Kind.CREATE, RESET));

        TokenCreateResponse created = tokens.create(request(), once);

        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE, Kind.DELETE, Kind.CREATE);
        assertThat(created.recovered()).isTrue();
        assertThat(created.jwtAccessToken() != null).isEqualTo(jwt);
        assertThat(ledger.values()).containsExactly(created.accessToken());
    }

    @Test
    void aRequestWithClaimsForTheJwtIsReplaced() {
        tokens.create(request(), once);
        ledger.jwt(true).lose(Kind.CREATE, RESET);

        TokenCreateResponse created = tokens.create(request().toBuilder().jwtAtClaims("{\"a\":1}").build(), once);

        assertThat(created.jwtAccessToken()).isEqualTo(ledger.tokens().get(created.accessToken()).jwt());
        assertThat(ledger.tokens()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void whatFollowsMayBeLostOrPutOffAsWell(boolean jwt) {
        play(new OnceLedger().jwt(jwt));
        tokens.create(request(), once);
        ledger.lose(Kind.CREATE, RESET).lose(Kind.CREATE, RESET).drop(Kind.CREATE, SLOW_DOWN)
                .lose(Kind.UPDATE, RESET).drop(Kind.UPDATE, SLOW_DOWN)
                .lose(Kind.DELETE, RESET).drop(Kind.DELETE, SLOW_DOWN);
        RequestOptions patient = once.toBuilder()
                .retry(RetryPolicy.builder().maxRetries(3).build()).build();

        TokenCreateResponse created = tokens.create(request(), patient);

        assertThat(created.jwtAccessToken() != null).isEqualTo(jwt);
        assertThat(ledger.values()).hasSize(2).contains(created.accessToken());
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void anAttemptThatWasNotProcessedLeadsToOneCheckOfTheServer(boolean jwt) {
        play(new OnceLedger().jwt(jwt).drop(Kind.CREATE, RESET));

        TokenCreateResponse created = tokens.create(request(), once);

        assertThat(created.recovered()).isFalse();
        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE, Kind.CREATE);
        assertThat(ledger.duplicates()).isEqualTo(1);
        assertThat(ledger.values()).containsExactly(created.accessToken());

        ledger.drop(Kind.CREATE, RESET);
        tokens.create(request(), once);
        assertThat(kinds()).hasSize(5);
    }

    @Test
    void aCheckThatTellsNothingHarmsNobody() {
        ledger.drop(Kind.CREATE, RESET).answer(Kind.CREATE).drop(Kind.CREATE, RESET);

        TokenCreateResponse created = tokens.create(request(), once);

        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE, Kind.CREATE);
        assertThat(ledger.values()).containsExactly(created.accessToken());
    }

    /** The warning is counted at the end. */
    @Test
    void aServerThatAcceptsDuplicatesIsNotTrusted() {
        play(new OnceLedger().acceptingDuplicates().lose(Kind.CREATE, RESET));

        AuthleteException failure = fail(request(), once);

        assertThat(failure).hasMessageContaining("does not refuse a value that is in use");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(ledger.values()).containsExactly(failure.unfinished().accessToken());

        int before = server.requests().size();
        ledger.lose(Kind.CREATE, RESET);
        AuthleteException next = fail(request(), once);
        assertThat(server.requests()).hasSize(before + 1);
        assertThat(ledger.values()).contains(next.unfinished().accessToken());

        AuthleteException resumed = fail(next.unfinished(), once.toBuilder().resume().build());
        assertThat(resumed.unfinished()).isEqualTo(next.unfinished());
        assertThat(server.requests()).hasSize(before + 1);
    }

    /** The warning is counted at the end. */
    @Test
    void aServerThatChoosesTheValuesItselfIsNotTrusted() {
        play(new OnceLedger().choosingValuesItself());

        TokenCreateResponse created = tokens.create(request(), once);
        assertThat(ledger.values()).containsExactly(created.accessToken());

        ledger.lose(Kind.CREATE, RESET);
        assertThat(fail(request(), once).attempts()).isEqualTo(1);
        assertThat(kinds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 400, 409, 500, 503 })
    void aValueOfSomebodyElseIsARefusal(int status) {
        play(new OnceLedger().refusingWith(status));
        ledger.keep("taken");

        AuthleteException refused = fail(request().toBuilder().accessToken("taken").build(), once);

        assertThat(refused).isInstanceOf(status == 200 ? AuthleteActionException.class : AuthleteResultException.class);
        assertThat(refused.resultCode()).isEqualTo("A144201");
        assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refused.unfinished()).isNull();
        assertThat(kinds()).containsExactly(Kind.CREATE);
    }

    /** Its answer was lost, so the client can't know that it was a refusal. */
    @Test
    void aValueThatMayBeOfSomebodyElseIsNotDeleted() {
        ledger.keep("taken").lose(Kind.CREATE, RESET);
        TokenCreateRequest request = request().toBuilder().accessToken("taken").build();

        AuthleteException failure = fail(request, once);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.resultCode()).isEqualTo("A144201");
        assertThat(failure.unfinished().accessToken()).isEqualTo("taken");
        assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE);
    }

    @Test
    void aTokenThatIsNotWhatWasAskedForIsAFailure() {
        tokens.create(request(), once);
        ledger.keep("taken", "other").lose(Kind.CREATE, RESET);

        AuthleteException failure = fail(request().toBuilder().accessToken("taken").scopes("mine").build(), once);

        assertThat(failure).hasMessageContaining("it differs in its scopes");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(kinds()).doesNotContain(Kind.DELETE);
    }
}
