package io.quarkiverse.authlete;

import java.util.Objects;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.error.AuthleteException;

/**
 * What became of one item of a bulk run. Exactly one of {@link #isSuccess()}, {@link #alreadyExists()} and
 * {@link #isFailure()} is true.
 *
 * @param <I> the type of the items
 * @param <T> the type of the value of a success; {@link Void} for delete, whose value is {@code null}
 * @since 1.0.0
 */
@Value.Immutable
public abstract class BulkResult<I extends @Nullable Object, T extends @Nullable Object> {

    BulkResult() {
    }

    /** The place of the item in the source, from 0. */
    public abstract long index();

    /** The item: a request, or the identifier of a token to delete; {@code null} if it was {@code null} in the source. */
    public abstract I item();

    /** The result of its call. */
    public abstract TokenResult<T> result();

    /**
     * Whether a create was refused, and a token with the value chosen in the request is there already: an earlier run has made
     * it, or an earlier attempt of this run whose answer was lost. The {@code result} is then the failure. See
     * {@link BulkOptions#checkExisting()}.
     */
    public abstract boolean alreadyExists();

    /** Whether the call succeeded. */
    public boolean isSuccess() {
        return result().isSuccess();
    }

    /** Whether the call failed, and not only because there is already what it was to make. */
    public boolean isFailure() {
        return !isSuccess() && !alreadyExists();
    }

    /** Why the call failed or was refused; {@code null} if it succeeded. */
    public @Nullable AuthleteException failure() {
        return result().fold(value -> null, failure -> failure);
    }

    /** @return a builder, which needs a result */
    public static <I extends @Nullable Object, T extends @Nullable Object> Builder<I, T> builder() {
        return new Builder<>();
    }

    /** @return a builder that begins with what is in this value */
    public Builder<I, T> toBuilder() {
        return new Builder<I, T>().from(this);
    }

    @Value.Check
    void check() {
        Limits.check(!Objects.requireNonNull(result(), "result").isSuccess() || !alreadyExists(),
                "A create that succeeds has made the token: it cannot have existed already");
    }

    /** Leaves out the item and the value: they may be tokens. */
    @Override
    public String toString() {
        AuthleteException failure = failure();
        return "BulkResult{index=" + index() + ", " + (failure == null ? "success"
                : (alreadyExists() ? "already exists: " : "failed: ") + failure.getMessage()) + "}";
    }

    /** Builds a {@link BulkResult}. */
    public static final class Builder<I extends @Nullable Object, T extends @Nullable Object>
            extends ImmutableBulkResult.Builder<I, T> {

        Builder() {
        }
    }
}
