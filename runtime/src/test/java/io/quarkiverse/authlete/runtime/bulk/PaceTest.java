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
        assertThat(pace.waitBefore(8)).isEmpty();
        assertThat(pace.givenUpBy()).isEmpty();
    }

    @Test
    void aRefusalHoldsAllBackForAsLongAsTheServerAsks() {
        pace.refused(refusal(Duration.ofSeconds(3)));

        assertThat(pace.waitBefore(0)).contains(Duration.ofSeconds(3));
        pass(Duration.ofSeconds(2));
        assertThat(pace.waitBefore(0)).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(pace.waitBefore(0)).contains(Duration.ZERO);
    }

    @Test
    void furtherRefusalsDuringTheWaitMakeItLongerButNotShorter() {
        pace.refused(refusal(Duration.ofSeconds(3)));
        pace.refused(refusal(Duration.ofSeconds(1)));
        pace.refused(refusal(null));
        assertThat(pace.waitBefore(0)).contains(Duration.ofSeconds(3));

        pace.refused(refusal(Duration.ofSeconds(5)));
        assertThat(pace.waitBefore(0)).contains(Duration.ofSeconds(5));
    }

    @Test
    void recoversQuicklyUpToAHalfAndSlowlyFromThere() {
        pace.refused(refusal(Duration.ofSeconds(1)));
        pace.accepted(); // made before the wait
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
    void withoutRetryAfterEachWaitIsLongerUntilACallIsAccepted() {
        assertThat(nextWait(null)).isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
        assertThat(nextWait(null)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(nextWait(Duration.ZERO)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
        accepted(1);
        assertThat(nextWait(null)).isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
    }

    @Test
    void givesUpWhenNothingIsAcceptedForTooLong() {
        AuthleteException last = refusal(Duration.ofSeconds(25));
        waitAfter(refusal(Duration.ofSeconds(25)));
        waitAfter(refusal(Duration.ofSeconds(25)));
        assertThat(pace.givenUpBy()).isEmpty();

        pace.refused(last);

        assertThat(pace.givenUpBy()).contains(last);
    }

    @Test
    void anAcceptedCallStartsTheTimeAnew() {
        for (int i = 0; i < 10; i++) {
            waitAfter(refusal(Duration.ofSeconds(25)));
            accepted(1);
        }
        assertThat(pace.givenUpBy()).isEmpty();
    }

    @Test
    void givesUpAtOnceIfTheWaitWouldBeTooLong() {
        pace.refused(refusal(Duration.ofDays(365)));

        assertThat(pace.givenUpBy()).isPresent();
    }

    private int limit() {
        int inFlight = 0;
        while (pace.waitBefore(inFlight).equals(Optional.of(Duration.ZERO))) {
            inFlight++;
        }
        return inFlight;
    }

    private void accepted(int times) {
        for (int i = 0; i < times; i++) {
            pace.accepted();
        }
    }

    private Duration nextWait(Duration retryAfter) {
        return waitAfter(refusal(retryAfter));
    }

    private Duration waitAfter(AuthleteException refusal) {
        pace.refused(refusal);
        Duration wait = pace.waitBefore(0).orElseThrow();
        pass(wait);
        return wait;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static AuthleteException refusal(Duration retryAfter) {
        return new AuthleteHttpException(FailedCall.builder(TokenOperation.CREATE, "s", false, Outcome.REJECTED).status(429)
                .retryAfter(retryAfter).build(), "refused", null);
    }
}
