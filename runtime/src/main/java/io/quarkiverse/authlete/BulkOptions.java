package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Options of a bulk run. Immutable; may be shared between runs and threads.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class BulkOptions {

    /** The concurrency of a run that asks for no other. */
    public static final int DEFAULT_CONCURRENCY = 8;

    /** The highest concurrency that can be asked for. */
    public static final int MAX_CONCURRENCY = 256;

    BulkOptions() {
    }

    /**
     * How many calls may be in flight, from 1 to {@value #MAX_CONCURRENCY}; 8 if not set. It also limits the items taken
     * ahead of the results, so the memory of a run does not depend on the length of its source.
     * <p>
     * A run never uses more than the {@code max-connections} and the {@code bulkhead.limit} of its service.
     */
    public abstract int concurrency();

    /**
     * How long the service may refuse all calls (429, 503 with a wait, an open circuit breaker, a rate limit or bulkhead that
     * is used up), not negative; 5 minutes if not set. If it takes longer, or if the server asks for a longer wait, then the
     * run takes no further item and fails.
     */
    public abstract Duration giveUpAfter();

    /**
     * Whether to find out if a token exists already when the server refuses its create with a chosen value; true if not set.
     * The result codes {@code A144201} (access token in use) and {@code A144202} (refresh token in use) say so. If there is
     * another code with HTTP status 400 or 409 or the action {@code BAD_REQUEST}, the run sends an update that names the token
     * and changes nothing: its answer tells whether there is such a token.
     * <p>
     * Where the request has both values, the access token counts: if only the refresh token is in use, because the user has got
     * another access token with it for example, the item has failed, with {@code A144202}.
     * <p>
     * With it, a create whose access token is chosen in the request happens {@linkplain RequestOptions#exactlyOnce() exactly
     * once}, unless the {@code requestOptions} say that it need not: there can be only one token with that value.
     *
     * @see BulkResult#alreadyExists()
     */
    public abstract boolean checkExisting();

    /**
     * Options of each call of the run. The call does not retry a status 429, whatever its {@link RetryPolicy} says: the run
     * queues the item again.
     */
    public abstract RequestOptions requestOptions();

    /**
     * A listener for the progress, called about once a second, when results are delivered, and when the run ends or is
     * cancelled. The threads that deliver the results call it, one at a time, and it must not block. If it throws, this is
     * logged, and the run continues.
     */
    public abstract @Nullable Consumer<BulkProgress> progress();

    /** The shortest time between two reports of the progress; zero for one with each result, a second if not set. */
    public abstract Duration progressInterval();

    /** @return the options of a run that asks for nothing special */
    public static BulkOptions defaults() {
        return builder().build();
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    void check() {
        Limits.check(concurrency() >= 1 && concurrency() <= MAX_CONCURRENCY,
                "concurrency must be from 1 to " + MAX_CONCURRENCY);
        Limits.check(Duration.ZERO, "giveUpAfter", giveUpAfter());
        Objects.requireNonNull(requestOptions(), "requestOptions");
        Limits.check(Duration.ZERO, "progressInterval", progressInterval());
    }

    /** Builds {@link BulkOptions}. */
    public static final class Builder extends ImmutableBulkOptions.Builder {

        Builder() {
            concurrency(DEFAULT_CONCURRENCY).giveUpAfter(Duration.ofMinutes(5)).checkExisting(true);
            requestOptions(RequestOptions.none()).progressInterval(Duration.ofSeconds(1));
        }
    }
}
