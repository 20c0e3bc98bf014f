package io.quarkiverse.authlete.runtime.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;

class TrafficTest {

    private static final CallResult SUCCESS = new CallResult(Kind.SUCCESS, Duration.ofMillis(20), 200, "A109001", null,
            false);

    private final AtomicLong nanos = new AtomicLong();
    private final Traffic traffic = new Traffic(nanos::get);

    @Test
    void aCallHasItsAttempts() {
        AuthleteException failure = failure(Outcome.NOT_SENT, null);
        CallObservation call = traffic.callStarted("eu", TokenOperation.CREATE);
        call.attemptStarted(1, TokenOperation.CREATE);
        assertThat(only().attempts()).singleElement().extracting(TrafficAttempt::result).isEqualTo("in flight");

        call.attemptEnded(1, new CallResult(Kind.FAILURE, Duration.ofMillis(5), null, null, failure, false));
        call.attemptStarted(2, TokenOperation.CREATE);
        call.attemptEnded(2, SUCCESS);
        assertThat(only().result()).isEqualTo("in flight");
        call.callEnded(2, SUCCESS);

        assertThat(only()).extracting(TrafficCall::service, TrafficCall::operation, TrafficCall::result, TrafficCall::status,
                TrafficCall::resultCode, TrafficCall::millis, TrafficCall::failure)
                .containsExactly("eu", "create", "success", 200, "A109001", 20.0, null);
        assertThat(only().attempts()).extracting(TrafficAttempt::number, TrafficAttempt::result, TrafficAttempt::millis)
                .containsExactly(tuple(1, "failure", 5.0),
                        tuple(2, "success", 20.0));
        assertThat(only().attempts().get(0).failure().message()).isEqualTo("No connection");
        assertThat(only().attempts().get(0).failure().outcome()).isEqualTo("NOT_SENT");
    }

    @Test
    void onlyTheLastCallsAreKept() {
        for (int i = 0; i <= Traffic.CAPACITY; i++) {
            traffic.callStarted("service " + i, TokenOperation.LIST);
        }

        List<TrafficCall> calls = calls();
        assertThat(calls).hasSize(Traffic.CAPACITY);
        assertThat(calls.get(0).service()).isEqualTo("service " + Traffic.CAPACITY);
        assertThat(calls.get(Traffic.CAPACITY - 1).service()).isEqualTo("service 1");
        assertThat(traffic.update(0).first()).isEqualTo(calls.get(Traffic.CAPACITY - 1).id());
        traffic.clear();
        assertThat(calls()).isEmpty();
        assertThat(traffic.update(0).first()).isGreaterThan(calls.get(0).id());
    }

    @Test
    void anUpdateHasWhatHasChangedInPartsThatAreNotTooLarge() {
        for (int i = 0; i <= Traffic.PART; i++) {
            traffic.callStarted("eu", TokenOperation.LIST);
        }
        TrafficUpdate first = traffic.update(0);
        assertThat(first.more()).isTrue();
        assertThat(first.calls()).hasSize(Traffic.PART);
        TrafficUpdate second = traffic.update(Long.parseLong(first.version()));
        assertThat(second.more()).isFalse();
        assertThat(second.calls()).hasSize(1);
    }

    @Test
    void everythingThatHappensIsInTheNextUpdate() {
        TrafficJsonRpc page = new TrafficJsonRpc(traffic);
        CallObservation call = traffic.callStarted("eu", TokenOperation.LIST);
        traffic.callStarted("eu", TokenOperation.LIST);
        String version = page.traffic("").value().version();
        assertThat(page.traffic(version).value().calls()).isEmpty();

        call.callEnded(0, SUCCESS);
        assertThat(page.traffic(version).value().calls()).extracting(TrafficCall::result).containsExactly("success");
        assertThat(page.traffic("x").failure().message()).startsWith("The version must be a whole number");

        traffic.breakerChanged("eu", TokenOperation.LIST, BreakerState.OPEN);
        assertThat(page.traffic(version).value().breakers()).containsExactly(new TrafficBreaker("eu", "list", "open"));
    }

    @Test
    void callsOfTheDevUiAreMarked() {
        traffic.ofDevUi(() -> traffic.callStarted("eu", TokenOperation.LIST));
        traffic.callStarted("eu", TokenOperation.LIST);

        assertThat(calls()).extracting(TrafficCall::devUi).containsExactly(false, true);
    }

    @Test
    void aCallHasItsWaits() {
        CallObservation call = traffic.callStarted("eu", TokenOperation.CREATE);
        pass(30);
        call.attemptStarted(1, TokenOperation.CREATE);
        pass(10);
        call.attemptEnded(1, failed(failure(Outcome.NOT_SENT, null)));
        call.waiting(Duration.ofMillis(100), failure(Outcome.NOT_SENT, null));
        assertThat(only().waits()).last().isEqualTo(new TrafficWait("backoff", 40, null));
        pass(130);
        call.attemptStarted(2, TokenOperation.CREATE);
        pass(10);
        call.attemptEnded(2, failed(failure(Outcome.REJECTED, Duration.ofSeconds(1))));
        call.waiting(Duration.ofSeconds(1), failure(Outcome.REJECTED, Duration.ofSeconds(1)));
        pass(1002);
        call.waiting(Duration.ofSeconds(2), notPermitted());
        pass(500);
        call.callEnded(2, new CallResult(Kind.CANCELLED, Duration.ofMillis(1660), null, null, null, false));

        assertThat(only().waits()).containsExactly(new TrafficWait("queue", 0, 30.0), new TrafficWait("backoff", 40, 100.0),
                new TrafficWait("queue", 140, 30.0), new TrafficWait("Retry-After", 180, 1002.0),
                new TrafficWait("rate limit", 1182, 500.0));
        assertThat(only().attempts()).extracting(TrafficAttempt::start).containsExactly(30.0, 170.0);
    }

    @Test
    void clientAndSubjectAreKnownAndNoIdentifierOfAToken() {
        traffic.callStarted("eu", TokenOperation.CREATE).requested(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1L)
                .subject("john").accessToken("secret").build());
        traffic.callStarted("eu", TokenOperation.REVOKE).requested(TokenRevokeRequest.client("alias"));
        traffic.callStarted("eu", TokenOperation.REVOKE).requested(TokenRevokeRequest.accessToken("secret"));
        traffic.callStarted("eu", TokenOperation.DELETE).requested("secret");
        traffic.callStarted("eu", TokenOperation.LIST).requested(null);

        assertThat(calls()).extracting(TrafficCall::client).containsExactly(null, null, null, "alias", "1");
        assertThat(calls()).extracting(TrafficCall::subject).containsExactly(null, null, null, null, "john");
        assertThat(calls().toString()).doesNotContain("secret");
    }

    @Test
    void whatMayHaveIssuedATokenIsCounted() {
        CallResult unknown = failed(failure(Outcome.UNKNOWN, null));
        CallResult cancelled = new CallResult(Kind.CANCELLED, Duration.ZERO, null, null, null, false);
        end(TokenOperation.CREATE, 1, unknown);
        end(TokenOperation.CREATE, 1, cancelled);
        end(TokenOperation.CREATE_BATCH, 1, unknown);
        end(TokenOperation.CREATE, 0, cancelled);
        end(TokenOperation.CREATE, 1, failed(failure(Outcome.REJECTED, null)));
        end(TokenOperation.CREATE, 1, SUCCESS);
        end(TokenOperation.DELETE, 1, unknown);

        assertThat(calls()).extracting(TrafficCall::mayHaveIssued)
                .containsExactly(false, false, false, false, true, true, true);
        assertThat(traffic.counts()).isEqualTo(new TrafficCounts(7, 4, 3));
        traffic.clear();
        assertThat(traffic.counts().calls()).isEqualTo(7);
    }

    private void end(TokenOperation operation, int attempts, CallResult result) {
        CallObservation call = traffic.callStarted("eu", operation);
        for (int attempt = 1; attempt <= attempts; attempt++) {
            call.attemptStarted(attempt, operation);
        }
        call.callEnded(attempts, result);
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private static CallResult failed(AuthleteException failure) {
        return new CallResult(Kind.FAILURE, Duration.ofMillis(5), null, null, failure, false);
    }

    private static AuthleteException failure(Outcome outcome, Duration retryAfter) {
        return new AuthleteException(FailedCall.builder(TokenOperation.CREATE, "eu", false, outcome).retryAfter(retryAfter)
                .build(), "No connection", null);
    }

    private static AuthleteException notPermitted() {
        return new AuthleteCallNotPermittedException(FailedCall.builder(TokenOperation.CREATE, "eu", false, Outcome.NOT_SENT)
                .retryAfter(Duration.ofSeconds(2)).build(), "The rate limit is used up", null);
    }

    /** The latest first, as the page shows them. */
    private List<TrafficCall> calls() {
        List<TrafficCall> all = new ArrayList<>();
        long version = 0;
        TrafficUpdate update;
        do {
            update = traffic.update(version);
            version = Long.parseLong(update.version());
            all.addAll(update.calls());
        } while (update.more());
        all.sort(Comparator.comparingLong(TrafficCall::id).reversed());
        return all;
    }

    private TrafficCall only() {
        assertThat(calls()).hasSize(1);
        return calls().get(0);
    }
}
