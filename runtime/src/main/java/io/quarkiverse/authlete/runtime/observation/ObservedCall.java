package io.quarkiverse.authlete.runtime.observation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.runtime.HeaderRules;
import io.smallrye.mutiny.Uni;

/** Tells the observers of one call. Used by one attempt after the other, maybe on different threads. */
public final class ObservedCall {

    private static final Logger LOG = Logger.getLogger(ObservedCall.class);

    private final List<CallObservation> observations;
    private final long start = System.nanoTime();
    private volatile int attempts;
    private volatile long attemptStart;
    private volatile boolean attemptUnderWay;
    private volatile int status;

    ObservedCall(List<CallObservation> observations) {
        this.observations = observations;
    }

    /**
     * An attempt is about to be sent.
     *
     * @return the headers that observers want it to have
     */
    public Map<String, String> attemptStarts() {
        int attempt = attempts + 1;
        attempts = attempt;
        attemptStart = System.nanoTime();
        attemptUnderWay = true;
        tell(observation -> observation.attemptStarted(attempt));
        Map<String, String> headers = new HashMap<>();
        tell(observation -> observation.addHeaders((name, value) -> {
            // Thrown here, it is the observer that fails; thrown where the header is sent, it would be the call.
            HeaderRules.check(name, value);
            headers.put(name, value);
        }));
        return headers;
    }

    /**
     * @param attempt an attempt, which may end without having started
     * @param statusOfAnswer the HTTP status of its answer, 0 if there is none
     * @return the same, observed
     * @param <T> the type of the answer
     */
    public <T> Uni<T> attempt(Uni<T> attempt, IntSupplier statusOfAnswer) {
        return observations.isEmpty() ? attempt : attempt.onTermination().invoke((answer, failure, cancelled) -> {
            if (attemptUnderWay) {
                attemptUnderWay = false;
                status = statusOfAnswer.getAsInt();
                CallResult result = result(answer, failure, cancelled, attemptStart);
                tell(observation -> observation.attemptEnded(attempts, result));
            }
        });
    }

    /**
     * @param call the whole call
     * @return the same, observed
     * @param <T> the type of the answer
     */
    public <T> Uni<T> call(Uni<T> call) {
        return observations.isEmpty() ? call : call.onTermination().invoke((answer, failure, cancelled) -> {
            CallResult result = result(answer, failure, cancelled, start);
            tell(observation -> observation.callEnded(attempts, result));
        });
    }

    /** An observer that fails must not make the call fail: the token has been issued. */
    private void tell(Consumer<CallObservation> event) {
        for (CallObservation observation : observations) {
            try {
                event.accept(observation);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s has failed", observation.getClass().getName());
            }
        }
    }

    private CallResult result(Object answer, Throwable failure, boolean cancelled, long start) {
        return CallResult.of(answer, failure, cancelled, status, Duration.ofNanos(System.nanoTime() - start));
    }
}
