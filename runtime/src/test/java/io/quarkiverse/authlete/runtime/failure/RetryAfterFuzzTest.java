package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** What a server says of the wait is understood or it is not; the wait is never negative and never longer than a year. */
class RetryAfterFuzzTest {

    @FuzzTest
    void headers(byte[] header) {
        String value = new String(header, StandardCharsets.ISO_8859_1);
        for (Instant now : new Instant[] { Instant.parse("2026-11-23T20:00:00Z"), Instant.MIN, Instant.MAX }) {
            for (String name : List.of("RateLimit-Reset", "X-RateLimit-Reset", "Retry-After")) {
                Duration wait = RetryAfter.of(429, Map.of(name, List.of(value)), now);

                assertThat(wait == null || !wait.isNegative() && wait.compareTo(Duration.ofDays(365)) <= 0).isTrue();
            }
        }
    }
}
