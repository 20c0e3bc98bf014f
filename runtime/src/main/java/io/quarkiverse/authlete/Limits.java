package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The limits of the numbers that are set. A duration that overflows in a timer would fail calls, and long after it was set. */
final class Limits {

    static final Duration MILLISECOND = Duration.ofMillis(1);

    private static final Duration CENTURY = Duration.ofDays(36_525);

    private Limits() {
    }

    static void check(Duration least, String name, Duration duration) {
        check(Objects.requireNonNull(duration, name).compareTo(least) >= 0,
                name + (least.isZero() ? " must not be negative" : " must be at least a millisecond"));
        check(duration.compareTo(CENTURY) <= 0, name + " must be at most a century");
    }

    static void checkIfSet(Duration least, String name, @Nullable Duration duration) {
        if (duration != null) {
            check(least, name, duration);
        }
    }

    static void checkBackoff(@Nullable Double exponent, @Nullable Double jitter) {
        check(exponent == null || exponent >= 1 && Double.isFinite(exponent), "exponent must be 1 or more");
        check(jitter == null || jitter >= 0 && jitter <= 1, "jitter must be from 0 to 1");
    }

    static void check(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
