package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Now is 1,795,464,000 s after the epoch. */
    @ParameterizedTest
    @CsvSource({ "0,0", "7,7000", "' 7 ',7000", "007,7000", "0.5,500", "1.25,1250", "31536000,31536000000",
            "1795464060,60000", "1795464060.5,60500", "1795464060500,60500", "1795464000,0", "1795463000,0",
            "1827000000,31536000000" })
    void aResetIsInSecondsOrAMoment(String header, long millis) {
        assertThat(RetryAfter.reset(header, NOW)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "-5", "+5", "1e3", ".5", "5.", "soon", "5;w=60", "5, 6", "٥", "31536001", "1795377599",
            "1827000001", "999999999999", "9999999999999", "99999999999999999999", "999999999999999999999999999",
            "Mon, 23 Nov 2026 20:01:00 GMT" })
    void aResetThatIsNotUnderstood(String header) {
        assertThat(RetryAfter.reset(header, NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # status, headers, seconds
            429, RateLimit-Reset=3 X-RateLimit-Reset=5 Retry-After=7, 3
            429, Retry-After=7 X-RateLimit-Reset=5 RateLimit-Reset=3, 3
            429, X-RateLimit-Reset=5 Retry-After=7, 5
            429, Retry-After=7, 7
            429, ratelimit-reset=3 RETRY-AFTER=7, 3
            429, RateLimit-Reset=soon X-RateLimit-Reset=5 Retry-After=7, 5
            429, RateLimit-Reset=soon X-RateLimit-Reset= Retry-After=7, 7
            429, RateLimit-Reset=99999999 Retry-After=7, 7
            429, RateLimit-Reset=1795464005 Retry-After=7, 5
            429, RateLimit-Reset=0 Retry-After=7, 0
            429, RateLimit-Reset=soon|4 Retry-After=7, 4
            429, RateLimit-Reset=soon Retry-After=later,
            429, RateLimit-Limit=100 RateLimit-Remaining=0,
            503, RateLimit-Reset=3 Retry-After=7, 3
            500, RateLimit-Reset=3 Retry-After=7, 7
            404, RateLimit-Reset=3 X-RateLimit-Reset=5,
            """)
    void theFirstHeaderCountsThatIsUnderstood(int status, String headers, Long seconds) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String header : headers.split(" ")) {
            String[] nameAndValue = header.split("=", 2);
            byName.put(nameAndValue[0], Arrays.asList(nameAndValue[1].split("\\|")));
        }

        assertThat(RetryAfter.of(status, byName, NOW)).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void noHeaders() {
        assertThat(RetryAfter.of(429, Map.of(), NOW)).isNull();
    }
}
