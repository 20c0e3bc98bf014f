package io.quarkiverse.authlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void whatIsNotSetIsLeftToTheConfiguration() {
        assertThat(RetryPolicy.builder().build())
                .hasToString("RetryPolicy{enabled=true, maxRetries=null, initialInterval=null, "
                        + "maxInterval=null, exponent=null, jitter=null, maxElapsedTime=null, retryConnectionErrors=null, "
                        + "statusCodes=null}");
        assertThat(RetryPolicy.none().enabled()).isFalse();
        RetryPolicy policy = RetryPolicy.builder().maxRetries(1).exponent(2).jitter(0).statusCodes(500, 503).build();
        assertThat(policy.toBuilder().build()).isEqualTo(policy);
        assertThat(policy.statusCodes()).containsExactlyInAnyOrder(500, 503);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertRefused("maxRetries must not be negative", RetryPolicy.builder().maxRetries(-1)::build);
        assertRefused("initialInterval must not be negative",
                RetryPolicy.builder().initialInterval(Duration.ofMillis(-1))::build);
        assertRefused("exponent must be 1 or more", RetryPolicy.builder().exponent(0.5)::build);
        assertRefused("exponent must be 1 or more", RetryPolicy.builder().exponent(Double.POSITIVE_INFINITY)::build);
        assertRefused("jitter must be from 0 to 1", RetryPolicy.builder().jitter(Double.NaN)::build);
        assertRefused("statusCodes must be from 300 to 599", RetryPolicy.builder().statusCodes(500, 200)::build);
    }

    private static void assertRefused(String message, ThrowingCallable build) {
        assertThatIllegalArgumentException().isThrownBy(build).withMessage(message);
    }
}
