package io.quarkiverse.authlete.runtime.call;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.ApplicationClassLoader;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkiverse.authlete.runtime.failure.FailureFactory;
import io.quarkiverse.authlete.runtime.observation.CallObservers;
import io.quarkiverse.authlete.runtime.observation.ObservedCall;
import io.smallrye.mutiny.Uni;

/** Starts the calls of one service, and has what they share. */
public final class ServiceCalls {

    private final String service;
    private final Transport transport;
    private final EventLoops loops;
    private final FailureFactory failures;
    private final Map<TokenOperation, CallPolicy> policies;
    private final CallGuards guards;
    private final boolean freshCredentials;
    private final CallObservers observers;
    private final InFlightCalls inFlight = new InFlightCalls();
    private final ApplicationClassLoader application = ApplicationClassLoader.ofThisThread();

    /** @param freshCredentials whether other credentials can be had after a 401 */
    public ServiceCalls(String service, ServiceConfig config, FaultToleranceDefaults defaults, Transport transport,
            EventLoops loops, FailureFactory failures, boolean freshCredentials, CallObservers observers) {
        this.service = service;
        this.transport = transport;
        this.loops = loops;
        this.failures = failures;
        this.policies = CallPolicy.of(config, defaults);
        this.guards = new CallGuards(service, config, defaults, observers);
        this.freshCredentials = freshCredentials;
        this.observers = observers;
    }

    /**
     * @param asked the request, or the identifier that stands in its place, for the observers
     * @param prepare checks the request, throws what is wrong with it, and gives what to send
     * @return cancels the call
     */
    public <T> Runnable start(TokenOperation operation, @Nullable Object asked, RequestOptions options,
            Supplier<Request<T>> prepare, CallEnd<T> end) {
        return application.get(() -> {
            ObservedCall observed = observers.start(service, operation, asked);
            Call<T> call;
            try {
                Request<T> request = prepare.get();
                CallProgress progress = new CallProgress(request.info(), request.before(),
                        policies.get(operation).with(options),
                        freshCredentials, System::nanoTime);
                call = new Call<>(this, request, progress, observed, loops.ofThisThread(), end);
            } catch (Throwable e) {
                observed.callEnded(null, e, false);
                end.ended(null, e);
                return () -> {
                };
            }
            call.start();
            return call::cancel;
        });
    }

    /** @return the same, which ends at the latest when the application stops */
    public <T> Uni<T> endWithApplication(Uni<T> waiting, Supplier<Throwable> whenStopping) {
        return inFlight.track(waiting, whenStopping);
    }

    /** @return timers for what waits between calls; they need no worker thread, since all may wait for such calls */
    public ScheduledExecutorService timers() {
        return loops.timers();
    }

    /** Ends the calls in flight, and what waits between calls. */
    public void close() {
        inFlight.close();
        transport.close();
    }

    Transport transport() {
        return transport;
    }

    FailureFactory failures() {
        return failures;
    }

    CallGuards guards() {
        return guards;
    }

    InFlightCalls inFlight() {
        return inFlight;
    }
}
