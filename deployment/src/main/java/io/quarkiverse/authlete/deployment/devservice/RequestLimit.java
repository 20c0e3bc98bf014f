package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.OptionalInt;

/** How many requests one service answers in a second; a second begins with the first request after the last one. */
final class RequestLimit {

    private static final long SECOND = 1000;

    private final OptionalInt perSecond;
    private final InstantSource clock;
    private long secondStart;
    private int admitted;

    /** @param perSecond empty for no limit */
    RequestLimit(OptionalInt perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** @return whether one more request is within the limit */
    synchronized boolean admit() {
        if (perSecond.isEmpty()) {
            return true;
        }
        long now = clock.millis();
        if (admitted == 0 || now - secondStart >= SECOND) {
            secondStart = now;
            admitted = 0;
        }
        if (admitted == perSecond.getAsInt()) {
            return false;
        }
        admitted++;
        return true;
    }

    /** As if there had been no requests yet. */
    synchronized void reset() {
        admitted = 0;
    }
}
