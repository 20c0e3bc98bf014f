package io.quarkiverse.authlete.runtime.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;
import io.quarkiverse.authlete.runtime.observation.CallObservation;
import io.quarkiverse.authlete.runtime.observation.CallResult;

class TrafficTest {

    private static final CallResult SUCCESS = new CallResult(Kind.SUCCESS, Duration.ofMillis(20), 200, "A109001", null,
            false);

    private final Traffic traffic = new Traffic();

    @Test
    void aCallHasItsAttempts() {
        AuthleteException failure = new AuthleteException(
                FailedCall.builder(TokenOperation.CREATE, "eu", false, Outcome.NOT_SENT).build(), "No connection", null);
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

        List<TrafficCall> calls = traffic.calls();
        assertThat(calls).hasSize(Traffic.CAPACITY);
        assertThat(calls.get(0).service()).isEqualTo("service " + Traffic.CAPACITY);
        assertThat(calls.get(Traffic.CAPACITY - 1).service()).isEqualTo("service 1");
        traffic.clear();
        assertThat(traffic.calls()).isEmpty();
    }

    @Test
    void everythingThatHappensChangesTheVersion() {
        TrafficJsonRpc page = new TrafficJsonRpc(traffic);
        CallObservation call = traffic.callStarted("eu", TokenOperation.LIST);
        long version = page.traffic(null).version();
        assertThat(page.traffic(version).calls()).isNull();

        call.callEnded(0, SUCCESS);
        assertThat(page.traffic(version).calls()).hasSize(1);
    }

    @Test
    void callsOfTheDevUiAreMarked() {
        traffic.ofDevUi(() -> traffic.callStarted("eu", TokenOperation.LIST));
        traffic.callStarted("eu", TokenOperation.LIST);

        assertThat(traffic.calls()).extracting(TrafficCall::devUi).containsExactly(false, true);
    }

    private TrafficCall only() {
        assertThat(traffic.calls()).hasSize(1);
        return traffic.calls().get(0);
    }
}
