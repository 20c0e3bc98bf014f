package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** When and how often failed requests are retried. */
@ConfigGroup
public interface RetryConfig {

    /**
     * Whether failed requests are retried.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * How often a request is retried at most.
     */
    @ConfigDocDefault("3")
    OptionalInt maxRetries();

    /**
     * The pause before the first retry. A wait that the server asks for wins over computed pauses.
     */
    @ConfigDocDefault("500ms")
    Optional<Duration> initialInterval();

    /**
     * The longest computed pause, before the jitter.
     */
    @ConfigDocDefault("10s")
    Optional<Duration> maxInterval();

    /**
     * By what the pause grows from one retry to the next.
     */
    @ConfigDocDefault("1.5")
    OptionalDouble exponent();

    /**
     * By what share of itself a pause is made shorter or longer at random, from 0 to 1.
     */
    @ConfigDocDefault("0.25")
    OptionalDouble jitter();

    /**
     * How long after the start of the call a retry may begin. The total timeout bounds it too.
     */
    @ConfigDocDefault("the total timeout")
    Optional<Duration> maxElapsedTime();

    /**
     * The HTTP statuses after which a request is retried.
     */
    @ConfigDocDefault("429,500,502,503,504")
    Optional<Set<Integer>> statusCodes();

    /**
     * Whether a request is retried that got no answer, or one that can't be read.
     */
    @WithDefault("true")
    boolean connectionErrors();
}
