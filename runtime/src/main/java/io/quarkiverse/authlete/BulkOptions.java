package io.quarkiverse.authlete;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** How a bulk run is made. Immutable; may be shared between runs and threads. */
public final class BulkOptions {

    /** The concurrency of a run that asks for no other. */
    public static final int DEFAULT_CONCURRENCY = 8;

    /** The highest concurrency that can be asked for. */
    public static final int MAX_CONCURRENCY = 256;

    private static final BulkOptions DEFAULTS = builder().build();

    private final int concurrency;
    private final Duration giveUpAfter;
    private final boolean checkExisting;
    private final RequestOptions requestOptions;
    private final Consumer<BulkProgress> progress;
    private final Duration progressInterval;

    private BulkOptions(Builder builder) {
        this.concurrency = builder.concurrency;
        this.giveUpAfter = builder.giveUpAfter;
        this.checkExisting = builder.checkExisting;
        this.requestOptions = builder.requestOptions;
        this.progress = builder.progress;
        this.progressInterval = builder.progressInterval;
    }

    /** @return the options of a run that asks for nothing special */
    public static BulkOptions defaults() {
        return DEFAULTS;
    }

    /** @return a builder of options */
    public static Builder builder() {
        return new Builder();
    }

    /** @return how many calls are under way at a time at most, and how many items are taken ahead of the results */
    public int concurrency() {
        return concurrency;
    }

    /** @return how long the service may refuse all calls before the run gives up */
    public Duration giveUpAfter() {
        return giveUpAfter;
    }

    /** @return whether to find out if the token of a refused create exists already */
    public boolean checkExisting() {
        return checkExisting;
    }

    /** @return what is different for each call of the run */
    public RequestOptions requestOptions() {
        return requestOptions;
    }

    /** @return who is told how far the run has come */
    public Optional<Consumer<BulkProgress>> progress() {
        return Optional.ofNullable(progress);
    }

    /** @return how much time is between two reports of the progress, at least */
    public Duration progressInterval() {
        return progressInterval;
    }

    @Override
    public String toString() {
        return "BulkOptions[concurrency=" + concurrency + ", giveUpAfter=" + giveUpAfter + ", checkExisting=" + checkExisting
                + ", requestOptions=" + requestOptions + "]";
    }

    /** Builds {@link BulkOptions}. */
    public static final class Builder {

        private int concurrency = DEFAULT_CONCURRENCY;
        private Duration giveUpAfter = Duration.ofMinutes(5);
        private boolean checkExisting = true;
        private RequestOptions requestOptions = RequestOptions.none();
        private Consumer<BulkProgress> progress;
        private Duration progressInterval = Duration.ofSeconds(1);

        private Builder() {
        }

        /**
         * How many calls are under way at a time at most; 8 if not set. It is also the number of items that are taken ahead
         * of the results, so the memory that a run needs does not depend on the length of its source.
         * <p>
         * A run never uses more than the {@code max-connections} and the {@code bulkhead.limit} of its service.
         *
         * @param concurrency from 1 to {@value BulkOptions#MAX_CONCURRENCY}
         * @return this
         */
        public Builder concurrency(int concurrency) {
            check(concurrency >= 1 && concurrency <= MAX_CONCURRENCY, "concurrency must be from 1 to " + MAX_CONCURRENCY);
            this.concurrency = concurrency;
            return this;
        }

        /**
         * How long the service may refuse calls for the time being (429, 503 with {@code Retry-After}, an open circuit breaker,
         * a rate limit or bulkhead that is used up) without accepting one in between; 5 minutes if not set. If it takes
         * longer, or if the server asks for a longer pause, then the run takes no further item and fails.
         *
         * @param giveUpAfter not negative
         * @return this
         */
        public Builder giveUpAfter(Duration giveUpAfter) {
            this.giveUpAfter = Durations.atLeast(Duration.ZERO, "giveUpAfter", giveUpAfter);
            return this;
        }

        /**
         * Whether to find out if a token exists already when its create, with a value chosen in the request, is refused; yes
         * if not set. The result codes {@code A144201} (access token in use) and {@code A144202} (refresh token in use) say
         * so. If there is another code with HTTP status 400 or 409 or the action {@code BAD_REQUEST}, the run sends an update
         * for that value which changes nothing: the answer to it tells whether there is such a token.
         * <p>
         * Where the request has both values, the access token counts: if only the refresh token is in use, because the user
         * has got another access token with it for example, the item has failed, with {@code A144202}.
         * <p>
         * With it, a create whose outcome is {@linkplain io.quarkiverse.authlete.error.Outcome#UNKNOWN unknown} is sent once
         * more if its access token is chosen in the request: there can be only one token with that value.
         *
         * @param checkExisting whether to ask
         * @return this
         * @see BulkResult#alreadyExists()
         */
        public Builder checkExisting(boolean checkExisting) {
            this.checkExisting = checkExisting;
            return this;
        }

        /**
         * What is different for each call of the run. A status 429 is not repeated by the call, whatever its
         * {@link RetryPolicy} says: the run puts the item off.
         *
         * @param requestOptions the options of each call
         * @return this
         */
        public Builder requestOptions(RequestOptions requestOptions) {
            this.requestOptions = Objects.requireNonNull(requestOptions, "requestOptions");
            return this;
        }

        /**
         * Who is told how far the run has come: about once in a second, when results are delivered, and when the run ends or
         * is cancelled. It is told by the threads that deliver the results, one at a time, and must not block. If it throws,
         * this is logged, and the run goes on.
         *
         * @param progress is told
         * @return this
         */
        public Builder progress(Consumer<BulkProgress> progress) {
            this.progress = Objects.requireNonNull(progress, "progress");
            return this;
        }

        /**
         * @param interval how much time is between two reports of the progress, at least; zero for one with each result
         * @param progress is told, see {@link #progress(Consumer)}
         * @return this
         */
        public Builder progress(Duration interval, Consumer<BulkProgress> progress) {
            this.progressInterval = Durations.atLeast(Duration.ZERO, "interval", interval);
            return progress(progress);
        }

        /** @return the options */
        public BulkOptions build() {
            return new BulkOptions(this);
        }

        private static void check(boolean valid, String message) {
            if (!valid) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
