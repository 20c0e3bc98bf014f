package io.quarkiverse.authlete.event;

import java.time.Instant;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenRequest;

/**
 * A call that a {@link TokenCallListener} is told of: the same in all its events.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class TokenCallInfo {

    TokenCallInfo() {
    }

    /** A number that no other call of this run of the application has. */
    public abstract long id();

    /** The name of the configured service, {@code <default>} for the unnamed one. */
    public abstract String service();

    /** The operation that was called. */
    public abstract TokenOperation operation();

    /** When the call started. */
    public abstract Instant startedAt();

    /**
     * The request, with {@code ***} in place of token values, identifiers that may be token values, session IDs, and
     * the values of hidden properties;
     * {@code null} for a delete and the status of a batch, which have an identifier only.
     */
    public abstract @Nullable TokenRequest request();

    /** @return a builder, for tests of listeners */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TokenCallInfo}. */
    public static final class Builder extends ImmutableTokenCallInfo.Builder {

        Builder() {
        }
    }
}
