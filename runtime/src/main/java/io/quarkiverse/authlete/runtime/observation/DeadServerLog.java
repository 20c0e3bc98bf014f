package io.quarkiverse.authlete.runtime.observation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenCallResult.Kind;

/**
 * Warns of a server that can't be reached, or does not answer: once a minute for each service, with a count. The callers are
 * told of each failure; a line for each would bury all else in the log.
 */
@Singleton
public class DeadServerLog implements CallObserver {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.authlete");

    private final Map<String, Failures> services = new ConcurrentHashMap<>();

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        return services.computeIfAbsent(service, Failures::new);
    }

    private static final class Failures implements CallObservation {

        private final String service;
        private final OncePerMinute warnings = new OncePerMinute();

        Failures(String service) {
            this.service = service;
        }

        @Override
        public void attemptEnded(int attempt, CallResult result) {
            if (result.kind() != Kind.FAILURE) {
                return;
            }
            FailureKind kind = FailureKind.of(result.failure());
            if (kind == FailureKind.CONNECTION || kind == FailureKind.TIMEOUT) {
                warnings.count(lost -> LOG.warnf("Requests to the Authlete service '%s' get no answer: %d since the last"
                        + " warning, the last one failed with %s", service, lost, kind.label()));
            }
        }
    }
}
