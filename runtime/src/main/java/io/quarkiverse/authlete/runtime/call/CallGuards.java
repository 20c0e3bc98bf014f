package io.quarkiverse.authlete.runtime.call;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.config.BulkheadConfig;
import io.quarkiverse.authlete.runtime.config.CircuitBreakerConfig;
import io.quarkiverse.authlete.runtime.config.RateLimitConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.observation.BreakerState;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;

/**
 * What the calls of one service share: a circuit breaker for each operation, rate limit and bulkhead for all of them. Timeouts
 * and retries are not left to the {@link Guard}, because it does not pass a cancellation on to the request.
 */
final class CallGuards {

    // Finding out its type takes reflection. A stage is what costs the guard least.
    private static final TypeLiteral<CompletionStage<Object>> STAGE = new TypeLiteral<>() {
    };

    private final Map<TokenOperation, Guard> breakers = new EnumMap<>(TokenOperation.class);
    private final Guard shared;

    CallGuards(String service, ServiceConfig config, FaultToleranceDefaults defaults, CallObservers observers) {
        if (config.circuitBreaker().enabled()) {
            for (TokenOperation operation : TokenOperation.values()) {
                breakers.put(operation, breaker(config.circuitBreaker(), defaults,
                        state -> observers.breakerChanged(service, operation, state)));
                observers.breakerChanged(service, operation, BreakerState.CLOSED);
            }
        }
        this.shared = shared(service, config.rateLimit(), config.bulkhead());
    }

    /** @return whether a call may have to wait for others before it is made */
    boolean mayQueue() {
        return shared != null;
    }

    /**
     * @param loop where a call goes on that may have had to wait for others
     * @param action makes the call, when and if the guards let it; what they have lent to it is given back when its stage
     *        completes
     * @return completes with the action, or exceptionally if a guard does not let it
     */
    <T> CompletionStage<T> protect(TokenOperation operation, Executor loop, Supplier<CompletionStage<T>> action) {
        Guard breaker = breakers.get(operation);
        Supplier<CompletionStage<T>> broken = breaker == null ? action : () -> protect(breaker, action);
        return shared == null ? broken.get() : protect(shared, () -> on(loop, broken));
    }

    /** @return the failure of a call that a guard does not let through; {@code null} if something else has failed */
    static AuthleteException refusal(Throwable thrown, FailureFactory failures, RequestInfo request) {
        if (thrown instanceof RateLimitException limit) {
            return failures.notPermitted(request, "The rate limit of the service is used up", thrown,
                    limit.getRetryAfterMillis() < 0 ? null : Duration.ofMillis(limit.getRetryAfterMillis()));
        }
        String reason = thrown instanceof CircuitBreakerOpenException
                ? "The circuit breaker is open: the last calls have failed"
                : thrown instanceof BulkheadException ? "Too many calls are in flight or waiting already" : null;
        return reason == null ? null : failures.notPermitted(request, reason, thrown, null);
    }

    @SuppressWarnings("unchecked")
    private static <T> CompletionStage<T> protect(Guard guard, Supplier<CompletionStage<T>> action) {
        return (CompletionStage<T>) guard.get(() -> (CompletionStage<Object>) action.get(), STAGE);
    }

    /** Not on the stack of the call that has made room: thousands that fail at once would be on top of each other. */
    private static <T> CompletionStage<T> on(Executor loop, Supplier<CompletionStage<T>> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                action.get().whenComplete((item, failure) -> {
                    if (failure == null) {
                        result.complete(item);
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static Guard breaker(CircuitBreakerConfig config, FaultToleranceDefaults defaults,
            Consumer<BreakerState> observer) {
        return Guard.create()
                // Nobody waits for a breaker, so there is no reason to go to another thread, or once more to this event loop.
                .withThreadOffload(true).withThreadOffloadExecutor(Runnable::run)
                // Without a description it has no metrics: it would make their handlers anew for each call, and there are ours.
                .withCircuitBreaker()
                .requestVolumeThreshold(config.requestVolumeThreshold().orElse(defaults.requestVolumeThreshold()))
                .failureRatio(config.failureRatio().orElse(defaults.failureRatio()))
                .delay(config.delay().map(delay -> delay.toMillis()).orElse(defaults.breakerDelay()), MILLIS)
                .successThreshold(config.successThreshold().orElse(defaults.successThreshold()))
                .when(OutcomeRules::isOfServer)
                .onStateChange(state -> observer.accept(BreakerState.valueOf(state.name())))
                .done()
                .build();
    }

    private static Guard shared(String service, RateLimitConfig rateLimit, BulkheadConfig bulkhead) {
        if (rateLimit.limit().isEmpty() && bulkhead.limit().isEmpty()) {
            return null;
        }
        // Otherwise a call that has waited would need a worker thread to go on, while all of them wait for such calls.
        Guard.Builder builder = Guard.create().withDescription("authlete|" + service)
                .withThreadOffload(true).withThreadOffloadExecutor(Runnable::run);
        rateLimit.limit().ifPresent(limit -> builder.withRateLimit().limit(limit)
                .window(rateLimit.window().toMillis(), MILLIS).done());
        bulkhead.limit().ifPresent(limit -> builder.withBulkhead().limit(limit).queueSize(bulkhead.queueSize()).done());
        return builder.build();
    }
}
