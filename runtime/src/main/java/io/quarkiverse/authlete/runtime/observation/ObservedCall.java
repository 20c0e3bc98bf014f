package io.quarkiverse.authlete.runtime.observation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.runtime.HeaderRules;

/** Tells the observers of one call. Used by one attempt after the other, maybe on different threads. */
public final class ObservedCall {

    private static final Logger LOG = Logger.getLogger(ObservedCall.class);

    private final List<CallObservation> observations;
    private final long start = System.nanoTime();
    private volatile int attempts;
    private volatile long attemptStart;
    private volatile boolean attemptInFlight;
    private volatile int status;

    ObservedCall(List<CallObservation> observations) {
        this.observations = observations;
    }

    /**
     * An attempt is about to be sent.
     *
     * @return the headers that observers want it to have
     */
    public Map<String, String> attemptStarts(TokenOperation sent) {
        int attempt = attempts + 1;
        attempts = attempt;
        attemptStart = System.nanoTime();
        attemptInFlight = true;
        tell(observation -> observation.attemptStarted(attempt, sent));
        AddedHeaders headers = new AddedHeaders();
        tell(observation -> observation.addHeaders(headers));
        return headers.values;
    }

    /**
     * An attempt has ended; nothing is told of one that has not started.
     *
     * @param answer the answer, may be {@code null}
     * @param failure why there is none, {@code null} if the attempt has not failed
     * @param cancelled whether nobody waits for it any more
     * @param statusOfAnswer the HTTP status of its answer, 0 if there is none
     */
    public void attemptEnded(Object answer, Throwable failure, boolean cancelled, int statusOfAnswer) {
        if (attemptInFlight && !observations.isEmpty()) {
            attemptInFlight = false;
            status = statusOfAnswer;
            CallResult result = result(answer, failure, cancelled, attemptStart);
            tell(observation -> observation.attemptEnded(attempts, result));
        }
    }

    /** The call waits before its next attempt. */
    public void waits(Duration wait, AuthleteException failure) {
        tell(observation -> observation.waiting(wait, failure));
    }

    /**
     * The call has ended.
     *
     * @param answer the answer, may be {@code null}
     * @param failure why there is none, {@code null} if the call has not failed
     * @param cancelled whether nobody waits for it any more
     */
    public void callEnded(Object answer, Throwable failure, boolean cancelled) {
        if (!observations.isEmpty()) {
            if (failure == null && answer instanceof TokenResponse response) {
                tell(observation -> observation.answered(response));
            }
            CallResult result = result(answer, failure, cancelled, start);
            tell(observation -> observation.callEnded(attempts, result));
        }
    }

    /** An observer that fails must not make the call fail: the token has been issued. */
    private void tell(Consumer<CallObservation> event) {
        for (CallObservation observation : observations) {
            try {
                event.accept(observation);
            } catch (Throwable e) {
                LOG.errorf(e, "%s has failed", observation.getClass().getName());
            }
        }
    }

    private CallResult result(Object answer, Throwable failure, boolean cancelled, long start) {
        return CallResult.of(answer, failure, cancelled, status, Duration.ofNanos(System.nanoTime() - start));
    }

    private static final class AddedHeaders implements BiConsumer<String, String> {

        private Map<String, String> values = Map.of();

        @Override
        public void accept(String name, String value) {
            // Thrown here, it is the observer that fails; thrown where the header is sent, it would be the call.
            HeaderRules.check(name, value);
            values = values.isEmpty() ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : values;
            values.put(name, value);
        }
    }
}
