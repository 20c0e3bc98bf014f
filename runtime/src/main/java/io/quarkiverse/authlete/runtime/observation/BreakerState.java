package io.quarkiverse.authlete.runtime.observation;

import java.util.Locale;

/** The state of a circuit breaker. Its metric has the number of the constant. */
public enum BreakerState {
    /** Calls are made. */
    CLOSED,
    /** A few calls are made to find out whether the server is well again. */
    HALF_OPEN,
    /** No calls are made. */
    OPEN;

    /** @return the name as it appears in health checks: {@code closed}, {@code half-open}, {@code open} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
