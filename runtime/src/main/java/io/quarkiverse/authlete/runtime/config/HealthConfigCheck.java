package io.quarkiverse.authlete.runtime.config;

import java.time.Duration;
import java.util.Set;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Which settings of the readiness check make sense. */
final class HealthConfigCheck {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private HealthConfigCheck() {
    }

    static void check(HealthConfig health) {
        atLeastAMillisecond("interval", health.active().interval());
        atLeastAMillisecond("timeout", health.active().timeout());
        if (health.active().failureThreshold() < 1) {
            throw wrong("failure-threshold", "must be at least 1");
        }
    }

    private static void atLeastAMillisecond(String key, Duration duration) {
        if (duration.compareTo(MILLISECOND) < 0) {
            throw wrong(key, "must be at least 1 ms");
        }
        if (duration.compareTo(ServiceCheck.LONGEST) > 0) {
            throw wrong(key, "must be at most " + ServiceCheck.LONGEST.toDays() + " days");
        }
    }

    private static ConfigurationException wrong(String key, String what) {
        String property = "quarkus.authlete.health.active." + key;
        return new ConfigurationException(property + " " + what + ".", Set.of(property));
    }
}
