package io.quarkiverse.authlete.model;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Between the numbers of the API and {@code java.time}. */
final class Times {

    private Times() {
    }

    /** In the API, 0 and absent both mean that there is no such point in time. */
    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null || millis <= 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** In the API, 0 and absent both mean that there is no such duration. */
    static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null || seconds <= 0 ? null : Duration.ofSeconds(seconds);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    /** Rounds a positive duration up: 0 seconds would mean the service's own setting, not a very short duration. */
    static @Nullable Long seconds(@Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        boolean roundUp = !duration.isNegative() && duration.getNano() > 0 && duration.getSeconds() < Long.MAX_VALUE;
        return roundUp ? duration.getSeconds() + 1 : duration.getSeconds();
    }
}
