package io.quarkiverse.authlete;

import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.authlete.error.AuthleteException;

/**
 * What became of one item of a bulk run. Exactly one of {@link #isSuccess()}, {@link #alreadyExists()} and
 * {@link #isFailure()} is true.
 *
 * @param index the place of the item in the source, from 0
 * @param item the item: a request, or the identifier of a token to delete; {@code null} if it was {@code null} in the source
 * @param result the result of its call
 * @param alreadyExists whether a create was refused, and a token with the value chosen in the request is there already: an
 *        earlier run has made it, or an earlier attempt of this run whose answer was lost. The {@code result} is then the
 *        failure. See {@link BulkOptions.Builder#checkExisting(boolean)}.
 * @param <I> the type of the items
 * @param <T> the type of the value of a success; {@link Void} for delete, whose value is {@code null}
 */
public record BulkResult<I, T>(long index, I item, TokenResult<T> result, boolean alreadyExists) {

    public BulkResult {
        Objects.requireNonNull(result, "result");
        if (alreadyExists && result.isSuccess()) {
            throw new IllegalArgumentException("A create that succeeds has made the token: it cannot have existed already");
        }
    }

    /** @return whether the call succeeded */
    public boolean isSuccess() {
        return result.isSuccess();
    }

    /** @return whether the call failed, and not only because there is already what it was to make */
    public boolean isFailure() {
        return !isSuccess() && !alreadyExists;
    }

    /** @return why the call failed or was refused; empty if it succeeded */
    public Optional<AuthleteException> failure() {
        return result.fold(value -> Optional.empty(), Optional::of);
    }

    /** Leaves out the item and the value: they may be tokens. */
    @Override
    public String toString() {
        return "BulkResult[index=" + index + ", " + failure()
                .map(failure -> (alreadyExists ? "already exists: " : "failed: ") + failure.getMessage())
                .orElse("success") + "]";
    }
}
