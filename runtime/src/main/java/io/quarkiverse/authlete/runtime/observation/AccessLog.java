package io.quarkiverse.authlete.runtime.observation;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.AuthleteException;

/** Logs every attempt at DEBUG. There is nothing in it that could be a secret: no URL, no identifier, no message. */
@Singleton
public class AccessLog implements CallObserver {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.authlete");

    @Override
    public CallObservation callStarted(String service, TokenOperation operation) {
        return LOG.isDebugEnabled() ? new Line(service, operation) : CallObservation.NOTHING;
    }

    private record Line(String service, TokenOperation operation) implements CallObservation {

        @Override
        public void attemptEnded(int attempt, CallResult result) {
            LOG.debugf("%s attempt=%d %s", this, attempt, text(result));
        }

        @Override
        public void callEnded(int attempts, CallResult result) {
            LOG.debugf("%s attempts=%d %s", this, attempts, text(result));
        }

        private static String text(CallResult result) {
            StringBuilder text = new StringBuilder("result=").append(result.kind().label());
            if (result.status() != null) {
                text.append(" status=").append(result.status());
            }
            if (result.resultCode() != null) {
                text.append(" resultCode=").append(result.resultCode());
            }
            AuthleteException failure = result.failure();
            if (failure != null) {
                text.append(" outcome=").append(failure.outcome()).append(" failure=")
                        .append(failure.getClass().getSimpleName());
            }
            if (result.recovered()) {
                text.append(" recovered");
            }
            return text.append(" duration=").append(result.duration().toMillis()).append("ms").toString();
        }

        @Override
        public String toString() {
            return "service=" + service + " operation=" + operation.label();
        }
    }
}
