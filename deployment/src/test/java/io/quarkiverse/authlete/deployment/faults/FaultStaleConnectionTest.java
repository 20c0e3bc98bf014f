package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.Outcome;

/** Connections that were kept for the next call, and that the server has closed. */
class FaultStaleConnectionTest extends FaultTest {

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL);

    @ParameterizedTest
    @ValueSource(strings = { "LIST", "CREATE", "CREATE_BATCH", "BATCH_STATUS", "UPDATE", "UPDATE_TO_NEW_VALUE", "DELETE",
            "REVOKE" })
    void aConnectionThatWasClosedBetweenTwoCallsIsReplaced(String call) {
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.answerWell(request);
            connection.finish();
        }));
        Call.LIST.make(tokens);
        await("the client notices the end of the connection").until(() -> server.openConnections() == 0);
        EventLoops.settle();

        Call.valueOf(call).make(tokens);

        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "LIST", "BATCH_STATUS", "UPDATE", "DELETE", "REVOKE" })
    void anIdempotentRequestThatMeetsTheEndOfTheConnectionIsRepeatedOnANewOne(String call) {
        resetTheConnectionWhenItIsUsedAgain();

        Call.valueOf(call).make(tokens);

        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE", "UPDATE_TO_NEW_VALUE" })
    void aRequestThatMustNotBeSentTwiceIsNotRepeatedEvenThen(String call) {
        resetTheConnectionWhenItIsUsedAgain();

        AuthleteConnectionException failure = catchThrowableOfType(AuthleteConnectionException.class,
                () -> Call.valueOf(call).make(tokens));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.safeToRetry()).isFalse();
        assertThat(server.requests()).hasSize(1);
    }

    private void resetTheConnectionWhenItIsUsedAgain() {
        AtomicBoolean first = new AtomicBoolean(true);
        server.startAnew(FaultScript.onRequest((request, connection) -> {
            connection.answerWell(request);
            if (first.getAndSet(false)) {
                connection.awaitFirstByte();
                connection.reset();
            }
        }));
        Call.LIST.make(tokens);
        assertThat(server.requests()).hasSize(1);
    }
}
