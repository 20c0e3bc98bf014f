package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/** Durations that overflow in a timer are refused where they are set. */
class LongDurationsTest {

    private static final Map<String, Consumer<Duration>> SETTERS = Map.of(
            "timeout", time -> RequestOptions.builder().timeout(time),
            "initialInterval", time -> RetryPolicy.backoff().initialInterval(time),
            "maxInterval", time -> RetryPolicy.backoff().maxInterval(time),
            "maxElapsedTime", time -> RetryPolicy.backoff().maxElapsedTime(time),
            "giveUpAfter", time -> BulkOptions.builder().giveUpAfter(time),
            "interval", time -> BulkOptions.builder().progress(time, progress -> {
            }));

    private static final Map<String, Consumer<Duration>> POLLING = Map.of(
            "timeout", PollingPolicy::within,
            "initialInterval", time -> PollingPolicy.defaults().initialInterval(time),
            "maxInterval", time -> PollingPolicy.defaults().maxInterval(time));

    @Test
    void aCenturyIsTheLimit() {
        for (Map<String, Consumer<Duration>> setters : List.of(SETTERS, POLLING)) {
            setters.forEach((name, setter) -> {
                assertThatCode(() -> setter.accept(Duration.ofDays(36_525))).doesNotThrowAnyException();
                for (Duration tooLong : new Duration[] { Duration.ofDays(36_526), Duration.ofSeconds(Long.MAX_VALUE) }) {
                    assertThatThrownBy(() -> setter.accept(tooLong)).isInstanceOf(IllegalArgumentException.class)
                            .hasMessage(name + " must be at most a century");
                }
                assertThatThrownBy(() -> setter.accept(Duration.ofSeconds(Long.MIN_VALUE)))
                        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name);
            });
        }
    }
}
