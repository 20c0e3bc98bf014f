package io.quarkiverse.authlete.runtime.failure;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkiverse.authlete.runtime.HeaderRules;

/**
 * How long a server asks to wait. Authlete's gateway tells it in {@code RateLimit-Reset}; other gateways in
 * {@code X-RateLimit-Reset} or {@code Retry-After} (RFC 9110, 10.2.3).
 */
public final class RetryAfter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST = Duration.ofDays(365);
    /** A clock may be wrong, but a limit that was reset earlier than this is nobody's present limit. */
    private static final Duration EARLIEST_RESET = Duration.ofDays(1);
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(LONGEST.toSeconds());
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    /** Leading zeros aside, the longest moment has 13 digits. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");

    private RetryAfter() {
    }

    /**
     * @return how long to wait, at most a year: what the first header says that can be understood; {@code null} if there is
     *         none
     */
    public static Duration of(int status, Map<String, List<String>> headers, Instant now) {
        Stream<Duration> resets = Stream.empty();
        // Gateways send the state of the limit with other answers, too: it is no reason to wait then.
        if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
            Function<String, Duration> reset = value -> reset(value, now);
            resets = Stream.concat(HeaderRules.values(headers, "RateLimit-Reset").map(reset),
                    HeaderRules.values(headers, "X-RateLimit-Reset").map(reset));
        }
        return Stream.concat(resets, HeaderRules.values(headers, "Retry-After").map(value -> parse(value, now)))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /**
     * @param header the value of {@code Retry-After}, seconds or an HTTP date; may be {@code null}
     * @return how long to wait, at most a year; {@code null} if there is no header or it can't be understood
     */
    static Duration parse(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (!text.isEmpty() && text.length() <= 100 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(text.length() > 9 ? LONGEST.toSeconds()
                    : Math.min(Long.parseLong(text), LONGEST.toSeconds()));
        }
        try {
            Duration delay = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            if (delay.isNegative()) {
                return Duration.ZERO;
            }
            return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /**
     * @param header the value of {@code RateLimit-Reset} or {@code X-RateLimit-Reset}: seconds to wait. Some gateways put the
     *        moment of the reset there, in seconds or milliseconds since the epoch.
     * @return how long to wait, at most a year; {@code null} if it can't be understood
     */
    static Duration reset(String header, Instant now) {
        String text = header.strip();
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(LONGEST_SECONDS) <= 0) {
            return seconds(number);
        }
        Duration untilSecond = until(number, now);
        return untilSecond != null ? untilSecond : until(number.divide(MILLIS), now);
    }

    /** @return {@code null} if the moment is too far away to be that of a reset */
    private static Duration until(BigDecimal epochSecond, Instant now) {
        BigDecimal delay = epochSecond.subtract(BigDecimal.valueOf(now.getEpochSecond()))
                .subtract(BigDecimal.valueOf(now.getNano(), 9));
        if (delay.compareTo(LONGEST_SECONDS) > 0
                || delay.compareTo(BigDecimal.valueOf(-EARLIEST_RESET.toSeconds())) < 0) {
            return null;
        }
        return seconds(delay.max(BigDecimal.ZERO));
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
