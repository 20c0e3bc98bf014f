package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PollingPolicyTest {

    private static final PollingPolicy POLICY = PollingPolicy.within(Duration.ofSeconds(9));

    @Test
    void whatIsNotSetIsTheDefault() {
        assertThat(POLICY).isEqualTo(new PollingPolicy(Duration.ofSeconds(9), Duration.ofMillis(500), Duration.ofSeconds(10),
                1.5, 0.25));
        assertThat(PollingPolicy.defaults()).isEqualTo(PollingPolicy.within(Duration.ofMinutes(5)));
        assertThat(POLICY.initialInterval(Duration.ofMillis(1)).maxInterval(Duration.ofMillis(2)).exponent(3).jitter(0))
                .isEqualTo(new PollingPolicy(Duration.ofSeconds(9), Duration.ofMillis(1), Duration.ofMillis(2), 3, 0));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefused("timeout", () -> PollingPolicy.within(Duration.ZERO));
        assertRefused("initialInterval", () -> POLICY.initialInterval(Duration.ofNanos(1)));
        assertRefused("maxInterval", () -> POLICY.maxInterval(Duration.ofMillis(-1)));
        assertRefused("exponent", () -> POLICY.exponent(0.9));
        assertRefused("exponent", () -> POLICY.exponent(Double.NaN));
        assertRefused("jitter", () -> POLICY.jitter(1.1));
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(field);
    }
}
