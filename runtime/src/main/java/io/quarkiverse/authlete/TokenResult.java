package io.quarkiverse.authlete;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.error.AuthleteException;
import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.mutiny.Uni;

/**
 * What has become of a call, for those who would rather look at a failure than catch it: {@code TokenResult.of(() ->
 * tokens.create(request))}. It may be one call or many, such as a stream read to its end.
 *
 * @param <T> the type of the value
 * @since 1.0.0
 */
public sealed interface TokenResult<T extends @Nullable Object> {

    /**
     * The call succeeded.
     *
     * @param value the value, {@code null} for a call that returns none
     * @param <T> the type of the value
     */
    record Success<T extends @Nullable Object>(T value) implements TokenResult<T> {
    }

    /**
     * The call failed.
     *
     * @param exception why, and what is known about its effect
     * @param <T> the type that the value would have had
     */
    record Failure<T extends @Nullable Object>(AuthleteException exception) implements TokenResult<T> {

        public Failure {
            Objects.requireNonNull(exception, "exception");
        }
    }

    /**
     * Makes a call. Other exceptions than {@link AuthleteException} are still thrown.
     *
     * @param call makes the call and waits for it
     * @param <T> the type of the value
     * @return the value, or the failure
     */
    @CheckReturnValue
    static <T extends @Nullable Object> TokenResult<T> of(Supplier<? extends T> call) {
        try {
            return new Success<>(call.get());
        } catch (AuthleteException e) {
            return new Failure<>(e);
        }
    }

    /**
     * Makes a call that returns nothing, such as a delete. Not an overload of {@link #of(Supplier)}, or Kotlin would take it
     * for all calls.
     *
     * @param call makes the call and waits for it
     * @return a success without a value, or the failure
     */
    @CheckReturnValue
    static TokenResult<@Nullable Void> run(Runnable call) {
        return of(() -> {
            call.run();
            return null;
        });
    }

    /**
     * Makes a call when somebody subscribes, as the given one would.
     *
     * @param call the call
     * @param <T> the type of the value
     * @return the value, or the failure; fails with other exceptions than {@link AuthleteException}
     */
    @CheckReturnValue
    static <T extends @Nullable Object> Uni<TokenResult<T>> of(Uni<? extends T> call) {
        return call.<TokenResult<T>> map(Success::new).onFailure(AuthleteException.class)
                .recoverWithItem(failure -> new Failure<>((AuthleteException) failure));
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
    default <R extends @Nullable Object> R fold(Function<? super T, ? extends R> onSuccess,
            Function<? super AuthleteException, ? extends R> onFailure) {
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
    default <R extends @Nullable Object> TokenResult<R> map(Function<? super T, ? extends R> mapper) {
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
