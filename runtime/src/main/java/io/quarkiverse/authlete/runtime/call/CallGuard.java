package io.quarkiverse.authlete.runtime.call;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import io.smallrye.faulttolerance.api.Guard;

/**
 * What calls share: circuit breaker, rate limit and bulkhead. Timeouts and repeats are not left to the {@link Guard},
 * because it does not pass a cancellation on to the request. A {@link CompletionStage} is what costs the guard least.
 */
final class CallGuard {

    // Finding out its type takes reflection.
    private static final TypeLiteral<CompletionStage<Object>> STAGE = new TypeLiteral<>() {
    };

    private final Guard guard;

    CallGuard(Guard guard) {
        this.guard = guard;
    }

    /**
     * @param action makes the call, when and if the guard lets it; what the guard has lent to it is given back when its stage
     *        completes
     * @return completes with the action, or exceptionally if the guard does not let it
     */
    @SuppressWarnings("unchecked")
    <T> CompletionStage<T> protect(Supplier<CompletionStage<T>> action) {
        return (CompletionStage<T>) guard.get(() -> (CompletionStage<Object>) action.get(), STAGE);
    }
}
