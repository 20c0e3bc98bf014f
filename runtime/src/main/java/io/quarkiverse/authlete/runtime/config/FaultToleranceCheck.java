package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.ServiceCheck.checkAtLeast;
import static io.quarkiverse.authlete.runtime.config.ServiceCheck.wrong;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import io.quarkiverse.authlete.TokenOperation;

/** Which numbers make sense for timeouts, retries, circuit breaker, rate limit and bulkhead. */
final class FaultToleranceCheck {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private FaultToleranceCheck() {
    }

    static void check(String service, ServiceConfig config) {
        atLeast(MILLISECOND, service, "total-timeout", config.totalTimeout());
        atLeast(MILLISECOND, service, "attempt-timeout", config.attemptTimeout());
        retry(service, config.retry());
        breaker(service, config.circuitBreaker());
        atLeast(1, service, "rate-limit.limit", config.rateLimit().limit());
        checkAtLeast(MILLISECOND, service, "rate-limit.window", config.rateLimit().window());
        atLeast(1, service, "bulkhead.limit", config.bulkhead().limit());
        atLeast(1, service, "bulkhead.queue-size", OptionalInt.of(config.bulkhead().queueSize()));
        for (Map.Entry<TokenOperation, OperationConfig> entry : config.operation().entrySet()) {
            OperationConfig operation = entry.getValue();
            String prefix = "operation." + entry.getKey().label() + ".";
            atLeast(MILLISECOND, service, prefix + "total-timeout", operation.totalTimeout());
            atLeast(MILLISECOND, service, prefix + "attempt-timeout", operation.attemptTimeout());
            atLeast(0, service, prefix + "retry.max-retries", operation.maxRetries());
        }
    }

    private static void retry(String service, RetryConfig retry) {
        atLeast(0, service, "retry.max-retries", retry.maxRetries());
        atLeast(Duration.ZERO, service, "retry.initial-interval", retry.initialInterval());
        atLeast(Duration.ZERO, service, "retry.max-interval", retry.maxInterval());
        atLeast(Duration.ZERO, service, "retry.max-elapsed-time", retry.maxElapsedTime());
        within(1, 1000, service, "retry.exponent", retry.exponent());
        within(0, 1, service, "retry.jitter", retry.jitter());
        for (int code : retry.statusCodes().orElse(Set.of())) {
            if (code < 300 || code > 599) {
                throw wrong(service, "retry.status-codes", "must be from 300 to 599");
            }
        }
    }

    private static void breaker(String service, CircuitBreakerConfig breaker) {
        atLeast(1, service, "circuit-breaker.request-volume-threshold", breaker.requestVolumeThreshold());
        within(0, 1, service, "circuit-breaker.failure-ratio", breaker.failureRatio());
        atLeast(Duration.ZERO, service, "circuit-breaker.delay", breaker.delay());
        atLeast(1, service, "circuit-breaker.success-threshold", breaker.successThreshold());
    }

    private static void atLeast(Duration least, String service, String key, Optional<Duration> duration) {
        if (duration.isPresent()) {
            checkAtLeast(least, service, key, duration.get());
        }
    }

    private static void atLeast(int least, String service, String key, OptionalInt value) {
        if (value.isPresent() && value.getAsInt() < least) {
            throw wrong(service, key, "must be at least " + least);
        }
    }

    private static void within(double least, double most, String service, String key, OptionalDouble value) {
        // Negated, so that NaN is refused.
        if (value.isPresent() && !(value.getAsDouble() >= least && value.getAsDouble() <= most)) {
            throw wrong(service, key, "must be from " + least + " to " + most);
        }
    }
}
