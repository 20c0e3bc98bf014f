package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** When the readiness check says that a service is down. */
@ConfigGroup
public interface HealthConfig {

    /**
     * Whether a service is down while the circuit breakers of all its operations that have been called are open. If Authlete
     * is down, this takes all instances of the application out of service.
     */
    @WithDefault("false")
    boolean downWhenCircuitOpen();

    /**
     * The active probe.
     */
    Probe active();

    /** A question to Authlete for the readiness check. */
    @ConfigGroup
    interface Probe {

        /**
         * Whether the readiness check asks the server of each service for its health: {@code GET /api/lifecycle/healthcheck},
         * without the API token. By default it looks only at what the calls of the application have shown.
         */
        @WithDefault("false")
        boolean enabled();

        /**
         * How long the result of a probe is kept. There is no probe without a readiness check.
         */
        @WithDefault("10s")
        Duration interval();

        /**
         * How long a probe may take.
         */
        @WithDefault("2s")
        Duration timeout();

        /**
         * How many probes in a row must fail for the service to be down. A probe fails unless the server answers in time with
         * the status 200 and the text {@code OK}. The status 429 is no failure: the server is there, and busy.
         */
        @WithDefault("3")
        int failureThreshold();
    }
}
