package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** Retries of failed requests. */
@ConfigGroup
public interface RetryConfig {

    /**
     * Whether failed requests are retried.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * The maximum number of retries of a call.
     */
    @ConfigDocDefault("3")
    OptionalInt maxRetries();

    /**
     * The backoff before the first retry. If the server asks for a wait, that is used instead.
     */
    @ConfigDocDefault("500ms")
    Optional<Duration> initialInterval();

    /**
     * The maximum backoff, before the jitter is added.
     */
    @ConfigDocDefault("10s")
    Optional<Duration> maxInterval();

    /**
     * The factor by which the backoff grows with each retry.
     */
    @ConfigDocDefault("1.5")
    OptionalDouble exponent();

    /**
     * The random part of a backoff, from 0 to 1: with 0.25, each backoff is up to 25 % shorter or longer.
     */
    @ConfigDocDefault("0.25")
    OptionalDouble jitter();

    /**
     * The time after the start of a call within which a retry may begin. `total-timeout` limits it, too.
     */
    @ConfigDocDefault("the total timeout")
    Optional<Duration> maxElapsedTime();

    /**
     * The HTTP statuses after which a request is retried.
     */
    @ConfigDocDefault("429,500,502,503,504")
    Optional<Set<Integer>> statusCodes();

    /**
     * Whether requests without an answer, or with an answer that cannot be read, are retried.
     */
    @WithDefault("true")
    boolean connectionErrors();
}
