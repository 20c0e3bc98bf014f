package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A {@code Retry-After} is understood or it is not; the pause is never negative and never longer than a year. */
class RetryAfterFuzzTest {

    @FuzzTest
    void headers(byte[] header) {
        String value = new String(header, StandardCharsets.ISO_8859_1);
        for (Instant now : new Instant[] { Instant.parse("2026-11-23T20:00:00Z"), Instant.MIN, Instant.MAX }) {
            Duration pause = RetryAfter.parse(value, now);

            assertThat(pause == null || !pause.isNegative() && pause.compareTo(Duration.ofDays(365)) <= 0).isTrue();
        }
    }
}
