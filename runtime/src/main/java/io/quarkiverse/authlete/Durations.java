package io.quarkiverse.authlete;

import java.time.Duration;

/** The limits of every duration that is set: one that overflows in a timer would fail calls, and long after it was set. */
final class Durations {

    static final Duration MILLISECOND = Duration.ofMillis(1);

    private static final Duration CENTURY = Duration.ofDays(36_525);

    private Durations() {
    }

    static Duration atLeast(Duration least, String name, Duration duration) {
        if (duration.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    name + (least.isZero() ? " must not be negative" : " must be at least a millisecond"));
        }
        if (duration.compareTo(CENTURY) > 0) {
            throw new IllegalArgumentException(name + " must be at most a century");
        }
        return duration;
    }
}
