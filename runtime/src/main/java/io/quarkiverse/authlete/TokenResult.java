package io.quarkiverse.authlete;

import java.util.Objects;
import java.util.function.Function;

import io.quarkiverse.authlete.error.AuthleteException;

/**
 * The result of a call that does not throw: a value or the failure.
 *
 * @param <T> the type of the value; {@link Void} for delete, whose value is {@code null}
 */
public sealed interface TokenResult<T> {

    /**
     * The call succeeded.
     *
     * @param value the value, {@code null} for delete
     * @param <T> the type of the value
     */
    record Success<T>(T value) implements TokenResult<T> {
    }

    /**
     * The call failed.
     *
     * @param exception why, and what is known about its effect
     * @param <T> the type that the value would have had
     */
    record Failure<T>(AuthleteException exception) implements TokenResult<T> {

        public Failure {
            Objects.requireNonNull(exception, "exception");
        }
    }

    /** @return whether the call succeeded */
    default boolean isSuccess() {
        return this instanceof Success;
    }

    /**
     * @param onSuccess makes a result of the value
     * @param onFailure makes a result of the failure
     * @param <R> the type of the result
     * @return what the function for this case returns
     */
    default <R> R fold(Function<? super T, ? extends R> onSuccess, Function<? super AuthleteException, ? extends R> onFailure) {
        if (this instanceof Success<T> success) {
            return onSuccess.apply(success.value());
        }
        return onFailure.apply(((Failure<T>) this).exception());
    }

    /**
     * @param mapper changes the value
     * @param <R> the type of the new value
     * @return a success with the new value, or the same failure
     */
    default <R> TokenResult<R> map(Function<? super T, ? extends R> mapper) {
        return fold(value -> new Success<R>(mapper.apply(value)), Failure::new);
    }

    /**
     * @return the value
     * @throws AuthleteException if the call failed
     */
    default T orElseThrow() {
        return fold(Function.identity(), failure -> {
            throw failure;
        });
    }
}
