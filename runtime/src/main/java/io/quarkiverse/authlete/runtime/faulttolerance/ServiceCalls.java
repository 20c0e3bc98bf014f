package io.quarkiverse.authlete.runtime.faulttolerance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.quarkiverse.authlete.runtime.observation.ObservedCall;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;

/**
 * Makes the calls of one service: within their time limits, guarded, and repeated where {@link RepeatRules} allow it.
 * Cancelling a call ends the request under way and everything that would follow.
 */
public final class ServiceCalls {

    private final String service;
    private final FailureFactory failures;
    private final CallPolicies policies;
    private final CallGuards guards;
    private final boolean freshCredentials;
    private final CallObservers observers;
    private final CallsUnderWay underWay = new CallsUnderWay();

    /**
     * @param service the name of the service
     * @param config its configuration
     * @param defaults the numbers of the annotations
     * @param failures makes the exceptions
     * @param freshCredentials whether other credentials can be had after a 401
     * @param observers are told of the calls
     */
    public ServiceCalls(String service, ServiceConfig config, FaultToleranceDefaults defaults, FailureFactory failures,
            boolean freshCredentials, CallObservers observers) {
        this.service = service;
        this.failures = failures;
        this.policies = new CallPolicies(config, defaults);
        this.guards = new CallGuards(service, config, defaults, observers);
        this.freshCredentials = freshCredentials;
        this.observers = observers;
    }

    /**
     * @param request what matters of the request if it fails
     * @param options what is different for this call
     * @param prepare checks the request, throws what is wrong with it, and gives what sends the request of an attempt
     * @return the call; it is made anew for each subscription
     * @param <T> the type of the answer
     */
    public <T> Uni<T> call(RequestInfo request, RequestOptions options, Supplier<Function<Attempt, Uni<T>>> prepare) {
        return Uni.createFrom().deferred(() -> {
            ObservedCall observed = observers.start(service, request.operation());
            return observed.call(Uni.createFrom().deferred(() -> start(request, options, prepare.get(), observed)));
        });
    }

    /**
     * @param waiting something that takes its time between calls
     * @param whenStopping the failure if the application stops
     * @return the same, which ends at the latest when the application stops
     * @param <T> the type of the item
     */
    public <T> Uni<T> endWithApplication(Uni<T> waiting, Supplier<Throwable> whenStopping) {
        return underWay.track(waiting, whenStopping);
    }

    /** Ends the calls under way, and what waits between calls. */
    public void close() {
        underWay.close();
    }

    private <T> Uni<T> start(RequestInfo request, RequestOptions options, Function<Attempt, Uni<T>> send,
            ObservedCall observed) {
        CallPolicy policy = policies.of(request.operation()).with(options);
        CallProgress progress = new CallProgress(request, policy, freshCredentials, System::nanoTime);
        return underWay.track(attempts(request, progress, send, observed), () -> stopping(request, progress));
    }

    private <T> Uni<T> attempts(RequestInfo request, CallProgress progress, Function<Attempt, Uni<T>> send,
            ObservedCall observed) {
        return attempt(request, progress, send, observed)
                .onFailure(progress::deletedBefore).recoverWithNull()
                .onFailure(AuthleteException.class).recoverWithUni(thrown -> {
                    AuthleteException failure = (AuthleteException) thrown;
                    Optional<Duration> pause = progress.pauseAfter(failure);
                    if (pause.isEmpty()) {
                        return Uni.createFrom().failure(failure.withCall(progress.summary(failure.call())));
                    }
                    return pause(pause.get()).chain(() -> attempts(request, progress, send, observed));
                });
    }

    private static Uni<Void> pause(Duration pause) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return pause.toMillis() == 0 ? now : now.onItem().delayIt().by(pause);
    }

    private <T> Uni<T> attempt(RequestInfo request, CallProgress progress, Function<Attempt, Uni<T>> send,
            ObservedCall observed) {
        Attempt attempt = new Attempt();
        Uni<T> guarded = guards.protect(request.operation(), () -> {
            progress.attemptStarts();
            attempt.addHeaders(observed.attemptStarts());
            return within(progress.attemptLimit(), request, attempt, attempt.start(send));
        });
        return observed.attempt((guards.mayQueue() ? within(progress.remaining(), request, attempt, guarded) : guarded)
                .onFailure().transform(failure -> classify(request, failure)), attempt::status);
    }

    private <T> Uni<T> within(Duration limit, RequestInfo request, Attempt attempt, Uni<T> call) {
        return call.ifNoItem().after(limit).failWith(() -> failures.timeout(request, limit, !attempt.giveUp()));
    }

    private AuthleteException classify(RequestInfo request, Throwable failure) {
        if (failure instanceof AuthleteException authlete) {
            return authlete;
        }
        if (failure instanceof RateLimitException limit) {
            return failures.notPermitted(request, "The rate limit of the service is used up", failure,
                    limit.getRetryAfterMillis() < 0 ? null : Duration.ofMillis(limit.getRetryAfterMillis()));
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return failures.notPermitted(request, "The circuit breaker is open: the last calls have failed", failure, null);
        }
        if (failure instanceof BulkheadException) {
            return failures.notPermitted(request, "Too many calls are under way or waiting already", failure, null);
        }
        return failures.other(request, failure, Outcome.UNKNOWN,
                "The call failed unexpectedly: " + failure.getClass().getName());
    }

    private AuthleteException stopping(RequestInfo request, CallProgress progress) {
        AuthleteException failure = failures.other(request, null, progress.outcomeNow(), "The application is stopping");
        return failure.withCall(progress.summary(failure.call()));
    }
}
