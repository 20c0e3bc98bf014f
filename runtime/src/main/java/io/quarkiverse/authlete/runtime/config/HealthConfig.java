package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** When the readiness check reports a service as DOWN. */
@ConfigGroup
public interface HealthConfig {

    /**
     * Whether a service is DOWN while the circuit breakers of all operations that were called are open. If Authlete fails,
     * this takes all instances of the application out of service.
     */
    @WithDefault("false")
    boolean downWhenCircuitOpen();

    /**
     * The active probe.
     */
    Probe active();

    /** Checks the server itself. */
    @ConfigGroup
    interface Probe {

        /**
         * Whether the readiness check probes the server of each service with {@code GET /api/lifecycle/healthcheck}, without
         * the API token. If not, it reports the results of the calls that the application makes.
         */
        @WithDefault("false")
        boolean enabled();

        /**
         * The time for which the result of a probe is cached. Probes are made only when the readiness endpoint is called.
         */
        @WithDefault("10s")
        Duration interval();

        /**
         * The timeout of a probe.
         */
        @WithDefault("2s")
        Duration timeout();

        /**
         * The number of consecutive failed probes after which the service is DOWN. A probe succeeds if the server answers in
         * time with the status 200 and the text {@code OK}, or with the status 429, which means that the server is busy.
         */
        @WithDefault("3")
        int failureThreshold();
    }
}
