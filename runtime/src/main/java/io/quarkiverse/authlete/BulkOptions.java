package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a bulk run is made. Immutable; may be shared between runs and threads. */
@Value.Immutable
public abstract class BulkOptions {

    /** The concurrency of a run that asks for no other. */
    public static final int DEFAULT_CONCURRENCY = 8;

    /** The highest concurrency that can be asked for. */
    public static final int MAX_CONCURRENCY = 256;

    BulkOptions() {
    }

    /**
     * How many calls are in flight at a time at most, from 1 to {@value #MAX_CONCURRENCY}; 8 if not set. It is also the number
     * of items that are taken ahead of the results, so the memory that a run needs does not depend on the length of its source.
     * <p>
     * A run never uses more than the {@code max-connections} and the {@code bulkhead.limit} of its service.
     */
    public abstract int concurrency();

    /**
     * How long the service may refuse calls for the time being (429, 503 with {@code Retry-After}, an open circuit breaker, a
     * rate limit or bulkhead that is used up) without accepting one in between, not negative; 5 minutes if not set. If it takes
     * longer, or if the server asks for a longer pause, then the run takes no further item and fails.
     */
    public abstract Duration giveUpAfter();

    /**
     * Whether to find out if a token exists already when its create, with a value chosen in the request, is refused; yes if not
     * set. The result codes {@code A144201} (access token in use) and {@code A144202} (refresh token in use) say so. If there
     * is another code with HTTP status 400 or 409 or the action {@code BAD_REQUEST}, the run sends an update for that value
     * which changes nothing: the answer to it tells whether there is such a token.
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
     * What is different for each call of the run. A status 429 is not retried by the call, whatever its {@link RetryPolicy}
     * says: the run puts the item off.
     */
    public abstract RequestOptions requestOptions();

    /**
     * Who is told how far the run has come: about once in a second, when results are delivered, and when the run ends or is
     * cancelled. It is told by the threads that deliver the results, one at a time, and must not block. If it throws, this is
     * logged, and the run goes on.
     */
    public abstract @Nullable Consumer<BulkProgress> progress();

    /** How much time is between two reports of the progress, at least; zero for one with each result, a second if not set. */
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
