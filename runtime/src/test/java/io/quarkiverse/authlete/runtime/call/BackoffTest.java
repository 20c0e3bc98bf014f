package io.quarkiverse.authlete.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void growsToItsMaximum() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(2), 1.5, 0);

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(750));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1125));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(1688));
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void jitterSpreadsBackoffsWithinItsShare() {
        Set<Duration> backoffs = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            backoffs.add(new Backoff(Duration.ofMillis(1000), Duration.ofSeconds(2), 2, 0.25).next());
        }

        assertThat(backoffs).hasSizeGreaterThan(100)
                .allMatch(backoff -> backoff.toMillis() >= 750 && backoff.toMillis() <= 1250);
    }

    @Test
    void anInitialIntervalAboveTheMaximumIsCut() {
        assertThat(new Backoff(Duration.ofSeconds(9), Duration.ofSeconds(2), 2, 0).next()).isEqualTo(Duration.ofSeconds(2));
    }
}
