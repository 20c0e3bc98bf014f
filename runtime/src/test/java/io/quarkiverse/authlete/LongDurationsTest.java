package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/** Durations that overflow in a timer are refused when the options are built. */
class LongDurationsTest {

    private static final Map<String, Consumer<Duration>> SETTERS = Map.of(
            "timeout of a call", time -> RequestOptions.builder().timeout(time).build(),
            "initialInterval of retries", time -> RetryPolicy.builder().initialInterval(time).build(),
            "maxInterval of retries", time -> RetryPolicy.builder().maxInterval(time).build(),
            "maxElapsedTime of retries", time -> RetryPolicy.builder().maxElapsedTime(time).build(),
            "giveUpAfter of a run", time -> BulkOptions.builder().giveUpAfter(time).build(),
            "progressInterval of a run", time -> BulkOptions.builder().progressInterval(time).build(),
            "timeout of polling", PollingPolicy::within,
            "initialInterval of polling", time -> PollingPolicy.builder().initialInterval(time).build(),
            "maxInterval of polling", time -> PollingPolicy.builder().maxInterval(time).build());

    @Test
    void aCenturyIsTheLimit() {
        SETTERS.forEach((setting, setter) -> {
            String name = setting.substring(0, setting.indexOf(' '));
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
