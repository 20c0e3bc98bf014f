package io.quarkiverse.authlete.event;

import java.time.Duration;
import java.util.Locale;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenResponse;

/**
 * How a call, or one attempt of it, has ended.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class TokenCallResult {

    /** How a call can end. */
    public enum Kind {
        /** As the caller wanted. */
        SUCCESS,
        /** With an exception. */
        FAILURE,
        /** The caller has lost interest. */
        CANCELLED;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** @return the name as it appears in logs and metrics: {@code success}, ... */
        public String label() {
            return label;
        }
    }

    TokenCallResult() {
    }

    /** How it has ended. */
    public abstract Kind kind();

    /** Of an attempt its number, beginning with 1; of a call how many there were, 0 if none was made. */
    public abstract int attempts();

    /** How long the attempt or the call took; a call with its retries and the waits between them. */
    public abstract Duration duration();

    /** The HTTP status of the answer, that of the last attempt for a call; {@code null} if there was none. */
    public abstract @Nullable Integer status();

    /** Authlete's result code; {@code null} if there was none that looks like one. */
    public abstract @Nullable String resultCode();

    /**
     * The answer to a call that succeeded, with {@code ***} in place of token values, session IDs and the values of hidden
     * properties; {@code null} for an attempt, and for a delete, whose answer is empty.
     */
    public abstract @Nullable TokenResponse response();

    /** Why the call or the attempt failed; {@code null} unless it did, and for an error that is none of a call. */
    public abstract @Nullable AuthleteException exception();

    /** @return a builder, for tests of listeners */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TokenCallResult}. */
    public static final class Builder extends ImmutableTokenCallResult.Builder {

        Builder() {
        }
    }
}
