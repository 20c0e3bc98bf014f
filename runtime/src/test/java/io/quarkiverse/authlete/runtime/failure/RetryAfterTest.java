package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    @ParameterizedTest
    @CsvSource({ "0,0", "7,7", "' 7 ',7", "007,7", "999999999999,31536000",
            "'Mon, 23 Nov 2026 20:01:00 GMT',60", "'Mon, 23 Nov 2026 19:00:00 GMT',0",
            "'Wed, 01 Jan 3000 00:00:00 GMT',31536000" })
    void understood(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "-5", "1.5", "soon", "١٢", "Mon, 99 Nov 2026 20:01:00 GMT" })
    void notUnderstood(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Test
    void aVeryLongHeaderIsNotUnderstood() {
        assertThat(RetryAfter.parse("1".repeat(10_000), NOW)).isNull();
    }

    @Test
    void absent() {
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }
}
