package io.quarkiverse.authlete.runtime.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

class AttemptTest {

    @Test
    void whatWasGivenUpIsNotSent() {
        Attempt attempt = new Attempt();

        assertThat(attempt.giveUp()).isTrue();
        assertThat(attempt.send()).isFalse();
        assertThat(attempt.giveUp()).isTrue();
    }

    @Test
    void whatWasSentIsNotGivenUp() {
        Attempt attempt = new Attempt();

        assertThat(attempt.send()).isTrue();
        assertThat(attempt.giveUp()).isFalse();
    }

    @Test
    void exactlyOneOfTwoThreadsWins() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2_000; i++) {
                Attempt attempt = new Attempt();
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Boolean> sent = executor.submit(() -> {
                    start.await();
                    return attempt.send();
                });
                Future<Boolean> givenUp = executor.submit(() -> {
                    start.await();
                    return attempt.giveUp();
                });
                assertThat(sent.get()).isNotEqualTo(givenUp.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
