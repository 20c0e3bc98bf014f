package io.quarkiverse.authlete;

import java.time.Duration;

/**
 * How far a bulk run has come.
 *
 * @param succeeded how many items have succeeded
 * @param alreadyExisting how many creates were refused because their token {@linkplain BulkResult#alreadyExists() exists
 *        already}
 * @param failed how many items have failed
 * @param elapsed the time since the run began
 */
public record BulkProgress(long succeeded, long alreadyExisting, long failed, Duration elapsed) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** @return how many items have a result that was delivered */
    public long done() {
        return succeeded + alreadyExisting + failed;
    }

    /** @return how many items were done per second, on average since the run began, pauses included; 0 at its beginning */
    public double perSecond() {
        long nanos = elapsed.toNanos();
        return nanos <= 0 ? 0 : done() * NANOS_PER_SECOND / nanos;
    }
}
