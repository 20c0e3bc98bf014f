package io.quarkiverse.authlete.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

/** An attempt is sent or given up, never both. */
class AttemptTest {

    private final AtomicInteger aborts = new AtomicInteger();

    @Test
    void whatWasGivenUpIsNotSent() {
        Attempt<String> attempt = attempt();

        attempt.giveUp(new CancellationException());

        assertThat(attempt.send()).isFalse();
        assertThat(attempt.isSent()).isFalse();
        assertThat(aborts).hasValue(1);
    }

    @Test
    void whatWasSentCountsAsSentWhenItIsGivenUp() {
        Attempt<String> attempt = attempt();

        assertThat(attempt.send()).isTrue();
        attempt.giveUp(new CancellationException());

        assertThat(attempt.isSent()).isTrue();
        assertThat(aborts).hasValue(1);
    }

    @Test
    void whatIsSettledIsNotSentAnyMore() {
        Attempt<String> attempt = attempt();

        assertThat(attempt.settle()).isFalse();
        assertThat(attempt.send()).isFalse();
        assertThat(attempt.settle()).isFalse();
    }

    @Test
    void whatWasSentStaysSentWhenItIsSettled() {
        Attempt<String> attempt = attempt();
        attempt.send();

        assertThat(attempt.settle()).isTrue();
    }

    /** The application stops on another thread than that of the call. */
    @Test
    void eitherItIsSentOrSettledBefore() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            Attempt<String> attempt = attempt();
            AtomicReference<Boolean> sent = new AtomicReference<>();
            Thread loop = new Thread(() -> sent.set(attempt.send()));
            loop.start();
            boolean known = attempt.settle();
            loop.join();

            assertThat(known).isEqualTo(sent.get());
        }
    }

    @Test
    void whatHasEndedIsNotAborted() {
        Attempt<String> attempt = attempt();
        attempt.send();
        attempt.complete("answer");

        attempt.giveUp(new CancellationException());

        assertThat(attempt).isCompletedWithValue("answer");
        assertThat(aborts).hasValue(0);
    }

    @Test
    void onlyTheBeginningOfTheAnswerHasALimitOfItsOwn() {
        Attempt<String> attempt = attempt();
        attempt.begin(Map.of(), Duration.ofMinutes(10), Duration.ofMinutes(5), null);
        assertThat(attempt.connectionLimit()).isEqualTo(Duration.ofMinutes(5));

        attempt.send();
        assertThat(attempt.remaining()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        attempt.answered(200);

        assertThat(attempt.remaining()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void aShorterLimitOfTheAttemptCounts() {
        Attempt<String> attempt = attempt();
        attempt.begin(Map.of(), Duration.ofMinutes(5), Duration.ofMinutes(10), null);

        assertThat(attempt.connectionLimit()).isEqualTo(Duration.ofMinutes(5));
        attempt.send();
        assertThat(attempt.remaining()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    private Attempt<String> attempt() {
        Attempt<String> attempt = new Attempt<>();
        attempt.onAbort(aborts::incrementAndGet);
        return attempt;
    }
}
