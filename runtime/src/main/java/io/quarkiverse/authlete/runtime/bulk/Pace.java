package io.quarkiverse.authlete.runtime.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.Backoff;

/**
 * How many calls a run may have in flight. A refusal stops all of them for a while; then there is one, and with each call
 * that is accepted one more, up to half of what there had been. From there on it takes as many accepted calls as there are
 * in flight to add one. Thread-safe.
 */
final class Pace {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private final int concurrency;
    private final Duration giveUpAfter;
    private final LongSupplier nanoTime;
    private final long origin;
    private int limit;
    private int quickUpTo;
    private int acceptedAtLimit;
    private long waitUntil;
    private Backoff backoff = newBackoff();
    private Long refusedSince;
    private AuthleteException givenUpBy;

    /**
     * @param concurrency how many calls may be in flight at most
     * @param giveUpAfter how long calls may be refused without one being accepted
     */
    Pace(int concurrency, Duration giveUpAfter, LongSupplier nanoTime) {
        this.concurrency = concurrency;
        this.giveUpAfter = giveUpAfter;
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
        this.limit = concurrency;
        this.quickUpTo = concurrency;
    }

    /**
     * @param inFlight how many calls are
     * @return how long to wait before one more is made; empty if one of them has to end first
     */
    synchronized Optional<Duration> waitBefore(int inFlight) {
        long wait = waitUntil - now();
        if (wait > 0) {
            return Optional.of(Duration.ofNanos(wait));
        }
        return inFlight < limit ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    /** @return the refusal after which there is no use in going on */
    synchronized Optional<AuthleteException> givenUpBy() {
        return Optional.ofNullable(givenUpBy);
    }

    /** A call was refused, and others would be. */
    synchronized void refused(AuthleteException refusal) {
        long now = now();
        if (refusedSince == null) {
            refusedSince = now;
        }
        Optional<Duration> asked = Optional.ofNullable(refusal.retryAfter()).filter(wait -> !wait.isZero());
        if (!isWaiting(now)) {
            // Further refusals during the wait are of calls that were made before it.
            quickUpTo = Math.max(1, limit / 2);
            limit = 1;
            acceptedAtLimit = 0;
            waitUntil = now + asked.orElseGet(backoff::next).toNanos();
        } else if (asked.isPresent()) {
            waitUntil = Math.max(waitUntil, now + asked.get().toNanos());
        }
        if (Duration.ofNanos(waitUntil - refusedSince).compareTo(giveUpAfter) > 0) {
            givenUpBy = refusal;
        }
    }

    /** The server has accepted a call. */
    synchronized void accepted() {
        refusedSince = null;
        if (isWaiting(now())) {
            return;
        }
        backoff = newBackoff();
        if (limit < quickUpTo) {
            limit++;
        } else if (limit < concurrency && ++acceptedAtLimit >= limit) {
            acceptedAtLimit = 0;
            limit++;
        }
    }

    private boolean isWaiting(long now) {
        return now < waitUntil;
    }

    private long now() {
        return nanoTime.getAsLong() - origin;
    }

    private static Backoff newBackoff() {
        return new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF, 2, 0.25);
    }
}
