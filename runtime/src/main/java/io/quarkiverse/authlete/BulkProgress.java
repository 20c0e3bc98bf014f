package io.quarkiverse.authlete;

import java.time.Duration;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk run has come.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class BulkProgress {

    private static final double NANOS_PER_SECOND = 1e9;

    BulkProgress() {
    }

    /** How many items have succeeded. */
    public abstract long succeeded();

    /** How many creates were refused because their token {@linkplain BulkResult#alreadyExists() exists already}. */
    public abstract long alreadyExisting();

    /** How many items have failed. */
    public abstract long failed();

    /** How many items there are; {@code null} unless the source is a collection, which tells its size when the run begins. */
    public abstract @Nullable Long total();

    /** The time since the run began. */
    public abstract Duration elapsed();

    /** How many items have a result that was delivered. */
    public long done() {
        return succeeded() + alreadyExisting() + failed();
    }

    /** How many items were done per second, on average since the run began, waits included; 0 at its beginning. */
    public double perSecond() {
        long nanos = elapsed().toNanos();
        return nanos <= 0 ? 0 : done() * NANOS_PER_SECOND / nanos;
    }

    /** How much is done of the total, from 0 to 100; {@code null} if that is not known. */
    public @Nullable Double percent() {
        Long total = total();
        return total == null ? null : total <= done() ? 100 : done() * 100.0 / total;
    }

    /** How long the rest will take if it is done as fast as before; {@code null} if that is not known, as at the beginning. */
    public @Nullable Duration remaining() {
        Long total = total();
        if (total == null || done() == 0) {
            return null;
        }
        return Duration.ofNanos((long) (elapsed().toNanos() * ((double) Math.max(0, total - done()) / done())));
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link BulkProgress}. */
    public static final class Builder extends ImmutableBulkProgress.Builder {

        Builder() {
            elapsed(Duration.ZERO);
        }
    }
}
