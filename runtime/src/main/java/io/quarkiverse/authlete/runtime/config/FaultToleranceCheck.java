package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.ServiceSettingsReader.checkAtLeast;
import static io.quarkiverse.authlete.runtime.config.ServiceSettingsReader.wrong;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Which numbers make sense for timeouts, retries, circuit breaker, rate limit and bulkhead. */
final class FaultToleranceCheck {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private FaultToleranceCheck() {
    }

    static void check(String service, ServiceConfig config) {
        config.totalTimeout().ifPresent(time -> checkAtLeast(MILLISECOND, service, "total-timeout", time));
        config.attemptTimeout().ifPresent(time -> checkAtLeast(MILLISECOND, service, "attempt-timeout", time));
        retry(service, config.retry());
        breaker(service, config.circuitBreaker());
        atLeast(1, service, "rate-limit.limit", config.rateLimit().limit());
        checkAtLeast(MILLISECOND, service, "rate-limit.window", config.rateLimit().window());
        atLeast(1, service, "bulkhead.limit", config.bulkhead().limit());
        atLeast(1, service, "bulkhead.queue-size", OptionalInt.of(config.bulkhead().queueSize()));
        config.operation().forEach((operation, settings) -> {
            String prefix = "operation." + operation.label() + ".";
            settings.totalTimeout().ifPresent(time -> checkAtLeast(MILLISECOND, service, prefix + "total-timeout", time));
            settings.attemptTimeout()
                    .ifPresent(time -> checkAtLeast(MILLISECOND, service, prefix + "attempt-timeout", time));
            atLeast(0, service, prefix + "retry.max-retries", settings.maxRetries());
        });
    }

    private static void retry(String service, RetryConfig retry) {
        atLeast(0, service, "retry.max-retries", retry.maxRetries());
        retry.initialInterval().ifPresent(t -> checkAtLeast(Duration.ZERO, service, "retry.initial-interval", t));
        retry.maxInterval().ifPresent(t -> checkAtLeast(Duration.ZERO, service, "retry.max-interval", t));
        retry.maxElapsedTime().ifPresent(t -> checkAtLeast(Duration.ZERO, service, "retry.max-elapsed-time", t));
        within(1, 1000, service, "retry.exponent", retry.exponent());
        within(0, 1, service, "retry.jitter", retry.jitter());
        retry.statusCodes().ifPresent(codes -> {
            if (!codes.stream().allMatch(code -> code >= 300 && code <= 599)) {
                throw wrong(service, "retry.status-codes", "must be from 300 to 599");
            }
        });
    }

    private static void breaker(String service, CircuitBreakerConfig breaker) {
        atLeast(1, service, "circuit-breaker.request-volume-threshold", breaker.requestVolumeThreshold());
        within(0, 1, service, "circuit-breaker.failure-ratio", breaker.failureRatio());
        breaker.delay().ifPresent(time -> checkAtLeast(Duration.ZERO, service, "circuit-breaker.delay", time));
        atLeast(1, service, "circuit-breaker.success-threshold", breaker.successThreshold());
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
