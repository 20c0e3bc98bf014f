package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.deployment.TestApplication;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;

/** What a call makes of attempts that fail in different ways. */
class FaultSequenceTest extends FaultTest {

    private static final FaultScript.OnRequest LOSE_ANSWER = (request, connection) -> connection.reset();
    private static final FaultScript.OnRequest NOT_FOUND = (request, connection) -> connection.answer("404 Not Found", "");
    private static final FaultScript.OnRequest UNAVAILABLE = (request, connection) -> connection
            .answer("503 Service Unavailable", "", "Retry-After: 0");
    private static final FaultScript.OnRequest WELL = FaultScript.GOOD.request();

    @RegisterExtension
    static final TestApplication APPLICATION = FaultMatrix.configure(URL);

    @Test
    void aDeleteWhoseAnswerWasLostHasSucceededIfItsRepeatFindsNothing() {
        play(LOSE_ANSWER, NOT_FOUND);

        Call.DELETE.make(tokens);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aDeleteThatFindsNothingAfterARejectionHasFailed() {
        play(UNAVAILABLE, NOT_FOUND);

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> Call.DELETE.make(tokens));

        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "LIST", "BATCH_STATUS", "UPDATE", "DELETE", "REVOKE" })
    void anIdempotentCallSucceedsInTheEnd(String call) {
        play(LOSE_ANSWER, UNAVAILABLE, WELL);

        Call.valueOf(call).make(tokens);

        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE", "UPDATE_TO_NEW_VALUE" })
    void aCallThatMustNotTakeEffectTwiceIsRepeatedUntilItsOutcomeIsUnknown(String call) {
        play(UNAVAILABLE, LOSE_ANSWER, WELL);

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> Call.valueOf(call).make(tokens));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(server.requests()).hasSize(2);
    }

    /** The first attempt may have done it: that the last one was rejected is not what the caller has to know. */
    @ParameterizedTest
    @ValueSource(strings = { "UPDATE", "DELETE", "REVOKE" })
    void theOutcomeStaysUnknownIfALaterAttemptIsRejected(String call) {
        play(LOSE_ANSWER, UNAVAILABLE, UNAVAILABLE);

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> Call.valueOf(call).make(tokens));

        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.safeToRetry()).isTrue();
    }

    private static void play(FaultScript.OnRequest... answers) {
        Queue<FaultScript.OnRequest> queue = new ArrayDeque<>(List.of(answers));
        server.startAnew(FaultScript.onRequest((request, connection) -> queue.remove().run(request, connection)));
    }
}
