package io.quarkiverse.authlete.runtime.call;

/**
 * The numbers of the annotations on {@code TokenApi}, read when the application is built. Times in milliseconds.
 *
 * @param attemptTimeout {@code @Timeout.value}
 * @param maxRetries {@code @Retry.maxRetries}
 * @param initialInterval {@code @Retry.delay}
 * @param totalTimeout {@code @Retry.maxDuration}
 * @param requestVolumeThreshold {@code @CircuitBreaker.requestVolumeThreshold}
 * @param failureRatio {@code @CircuitBreaker.failureRatio}
 * @param breakerDelay {@code @CircuitBreaker.delay}
 * @param successThreshold {@code @CircuitBreaker.successThreshold}
 */
public record FaultToleranceDefaults(
        long attemptTimeout,
        int maxRetries,
        long initialInterval,
        long totalTimeout,
        int requestVolumeThreshold,
        double failureRatio,
        long breakerDelay,
        int successThreshold) {
}
