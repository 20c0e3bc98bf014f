package io.quarkiverse.authlete.runtime.devui;

/**
 * A circuit breaker.
 *
 * @param state {@code closed}, {@code half-open} or {@code open}
 */
public record TrafficBreaker(String service, String operation, String state) {
}
