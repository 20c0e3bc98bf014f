package io.quarkiverse.authlete.runtime.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header: seconds or an HTTP date (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

    private RetryAfter() {
    }

    /**
     * @param header the value of the header, may be {@code null}
     * @param now the time it arrived
     * @return how long to wait, at most a year; {@code null} if there is no header or it can't be understood
     */
    public static Duration parse(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (!text.isEmpty() && text.length() <= 100 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(text.length() > 9 ? LONGEST_SECONDS : Math.min(Long.parseLong(text), LONGEST_SECONDS));
        }
        try {
            Duration delay = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            if (delay.isNegative()) {
                return Duration.ZERO;
            }
            return delay.toSeconds() > LONGEST_SECONDS ? Duration.ofSeconds(LONGEST_SECONDS) : delay;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
