package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be moved forward, and back to where it began. */
final class AdjustableClock implements InstantSource {

    private final InstantSource base;
    private volatile Duration ahead = Duration.ZERO;

    AdjustableClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    /** @throws IllegalArgumentException if that is no time in milliseconds, or in the past */
    synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward: " + duration);
        }
        try {
            Duration total = ahead.plus(duration);
            base.instant().plus(total).toEpochMilli();
            ahead = total;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The clock does not go that far: " + duration, e);
        }
    }

    synchronized void reset() {
        ahead = Duration.ZERO;
    }
}
