package io.quarkiverse.authlete.runtime.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // overflows soon
    private final Pace pace = new Pace(8, Duration.ofMinutes(1), nanos::get);

    @Test
    void beginsWithAllCalls() {
        assertThat(limit()).isEqualTo(8);
        assertThat(pace.pauseBefore(8)).isEmpty();
        assertThat(pace.givenUpBy()).isEmpty();
    }

    @Test
    void aRefusalPausesForAsLongAsTheServerAsks() {
        pace.refused(refusal(Duration.ofSeconds(3)));

        assertThat(pace.pauseBefore(0)).contains(Duration.ofSeconds(3));
        pass(Duration.ofSeconds(2));
        assertThat(pace.pauseBefore(0)).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(pace.pauseBefore(0)).contains(Duration.ZERO);
    }

    @Test
    void furtherRefusalsDuringThePauseMakeItLongerButNotShorter() {
        pace.refused(refusal(Duration.ofSeconds(3)));
        pace.refused(refusal(Duration.ofSeconds(1)));
        pace.refused(refusal(null));
        assertThat(pace.pauseBefore(0)).contains(Duration.ofSeconds(3));

        pace.refused(refusal(Duration.ofSeconds(5)));
        assertThat(pace.pauseBefore(0)).contains(Duration.ofSeconds(5));
    }

    @Test
    void recoversQuicklyUpToAHalfAndSlowlyFromThere() {
        pace.refused(refusal(Duration.ofSeconds(1)));
        pace.accepted(); // made before the pause
        pass(Duration.ofSeconds(1));

        assertThat(limit()).isEqualTo(1);
        accepted(3);
        assertThat(limit()).isEqualTo(4);
        accepted(3);
        assertThat(limit()).isEqualTo(4);
        accepted(1);
        assertThat(limit()).isEqualTo(5);
        accepted(5 + 6 + 7);
        assertThat(limit()).isEqualTo(8);
        accepted(100);
        assertThat(limit()).isEqualTo(8);
    }

    @Test
    void withoutRetryAfterEachPauseIsLongerUntilACallIsAccepted() {
        assertThat(nextPause(null)).isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
        assertThat(nextPause(null)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(nextPause(Duration.ZERO)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
        accepted(1);
        assertThat(nextPause(null)).isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
    }

    @Test
    void givesUpWhenNothingIsAcceptedForTooLong() {
        AuthleteException last = refusal(Duration.ofSeconds(25));
        pause(refusal(Duration.ofSeconds(25)));
        pause(refusal(Duration.ofSeconds(25)));
        assertThat(pace.givenUpBy()).isEmpty();

        pace.refused(last);

        assertThat(pace.givenUpBy()).contains(last);
    }

    @Test
    void anAcceptedCallStartsTheTimeAnew() {
        for (int i = 0; i < 10; i++) {
            pause(refusal(Duration.ofSeconds(25)));
            accepted(1);
        }
        assertThat(pace.givenUpBy()).isEmpty();
    }

    @Test
    void givesUpAtOnceIfThePauseWouldBeTooLong() {
        pace.refused(refusal(Duration.ofDays(365)));

        assertThat(pace.givenUpBy()).isPresent();
    }

    private int limit() {
        int inFlight = 0;
        while (pace.pauseBefore(inFlight).equals(Optional.of(Duration.ZERO))) {
            inFlight++;
        }
        return inFlight;
    }

    private void accepted(int times) {
        for (int i = 0; i < times; i++) {
            pace.accepted();
        }
    }

    private Duration nextPause(Duration retryAfter) {
        return pause(refusal(retryAfter));
    }

    private Duration pause(AuthleteException refusal) {
        pace.refused(refusal);
        Duration pause = pace.pauseBefore(0).orElseThrow();
        pass(pause);
        return pause;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static AuthleteException refusal(Duration retryAfter) {
        return new AuthleteHttpException(FailedCall.builder(TokenOperation.CREATE, "s", false, Outcome.REJECTED).status(429)
                .retryAfter(retryAfter).build(), "refused", null);
    }
}
