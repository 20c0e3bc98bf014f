package io.quarkiverse.authlete.runtime.faulttolerance;

import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.runtime.ApplicationClassLoader;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.failure.RequestInfo;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.quarkiverse.authlete.runtime.observation.ObservedCall;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

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
    private final ApplicationClassLoader application = ApplicationClassLoader.ofThisThread();

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
        return Uni.createFrom().emitter(emitter -> application.run(() -> start(request, options, prepare, emitter)));
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

    private <T> void start(RequestInfo request, RequestOptions options, Supplier<Function<Attempt, Uni<T>>> prepare,
            UniEmitter<? super T> emitter) {
        ObservedCall observed = observers.start(service, request.operation());
        Function<Attempt, Uni<T>> send;
        try {
            send = prepare.get();
        } catch (RuntimeException | Error e) {
            observed.callEnded(null, e, false);
            emitter.fail(e);
            return;
        }
        CallPolicy policy = policies.of(request.operation()).with(options);
        CallProgress progress = new CallProgress(request, policy, freshCredentials, System::nanoTime);
        new Call<>(failures, guards, underWay, request, progress, observed, send, emitter).start();
    }
}
