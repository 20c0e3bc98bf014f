package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PollingPolicyTest {

    @Test
    void whatIsNotSetIsTheDefault() {
        assertThat(PollingPolicy.defaults())
                .hasToString(
                        "PollingPolicy{timeout=PT5M, initialInterval=PT0.5S, maxInterval=PT10S, exponent=1.5, jitter=0.25}")
                .isEqualTo(PollingPolicy.within(Duration.ofMinutes(5)))
                .isEqualTo(PollingPolicy.builder().build());
        PollingPolicy policy = PollingPolicy.builder().initialInterval(Duration.ofMillis(1)).exponent(3).build();
        assertThat(policy.toBuilder().timeout(Duration.ofSeconds(9)).build())
                .hasToString(
                        "PollingPolicy{timeout=PT9S, initialInterval=PT0.001S, maxInterval=PT10S, exponent=3.0, jitter=0.25}");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefused("timeout", () -> PollingPolicy.within(Duration.ZERO));
        assertRefused("initialInterval", PollingPolicy.builder().initialInterval(Duration.ofNanos(1))::build);
        assertRefused("maxInterval", PollingPolicy.builder().maxInterval(Duration.ofMillis(-1))::build);
        assertRefused("exponent", PollingPolicy.builder().exponent(0.9)::build);
        assertRefused("exponent", PollingPolicy.builder().exponent(Double.NaN)::build);
        assertRefused("jitter", PollingPolicy.builder().jitter(1.1)::build);
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(field);
    }
}
