package io.quarkiverse.authlete.runtime.devui;

import java.util.List;

/**
 * What has changed in the traffic.
 *
 * @param version what the next update is asked for with
 * @param more whether more has changed, which the next update tells
 * @param first the first call that is still known: those with a smaller ID are forgotten
 * @param calls the calls that are new or have changed
 * @param breakers the circuit breakers of the services that have been called
 */
public record TrafficUpdate(String version, boolean more, long first, List<TrafficCall> calls, List<TrafficBreaker> breakers) {
}
