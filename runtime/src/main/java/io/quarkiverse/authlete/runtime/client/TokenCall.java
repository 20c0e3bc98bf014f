package io.quarkiverse.authlete.runtime.client;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.call.CallEnd;
import io.quarkiverse.authlete.runtime.call.Request;
import io.quarkiverse.authlete.runtime.call.ServiceCalls;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.smallrye.mutiny.Uni;

/**
 * A call that is made anew each time somebody wants its answer.
 *
 * @param start makes the call, and gives what cancels it
 * @param interrupted adds what the caller has to know who does not wait any more
 */
record TokenCall<T>(RequestInfo info, Function<CallEnd<T>, Runnable> start, UnaryOperator<AuthleteException> interrupted) {

    TokenCall(ServiceCalls calls, RequestInfo info, @Nullable Object asked, RequestOptions options,
            Supplier<Request<T>> prepare) {
        this(info, end -> calls.start(info.operation(), asked, options, prepare, end), UnaryOperator.identity());
    }

    TokenCall<T> whenInterrupted(UnaryOperator<AuthleteException> failure) {
        return new TokenCall<>(info, start, failure);
    }

    /** @param mapper makes something else of the answer, or throws */
    <R> TokenCall<R> map(Function<T, R> mapper) {
        return new TokenCall<>(info, end -> start.apply((answer, failure) -> {
            R mapped = null;
            Throwable thrown = failure;
            if (failure == null) {
                try {
                    mapped = mapper.apply(answer);
                } catch (RuntimeException | Error e) {
                    thrown = e;
                }
            }
            end.ended(mapped, thrown);
        }), interrupted);
    }

    Uni<T> uni() {
        return Uni.createFrom().emitter(emitter -> emitter.onTermination(start.apply((answer, failure) -> {
            if (failure == null) {
                emitter.complete(answer);
            } else {
                emitter.fail(failure);
            }
        })));
    }

    T await(BlockingWait waiting) {
        return waiting.forAnswer(info, start, interrupted);
    }
}
