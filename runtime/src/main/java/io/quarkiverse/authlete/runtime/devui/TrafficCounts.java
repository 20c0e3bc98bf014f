package io.quarkiverse.authlete.runtime.devui;

import io.quarkiverse.authlete.event.TokenCallResult.Kind;

/**
 * What has happened since the application started.
 *
 * @param calls the calls that have ended
 * @param failures those of them that failed
 * @param tokensInDoubt those of them that may have issued a token that nobody has the value of
 */
public record TrafficCounts(long calls, long failures, long tokensInDoubt) {

    TrafficCounts plus(TrafficCall call) {
        return new TrafficCounts(calls + 1, failures + (call.result().equals(Kind.FAILURE.label()) ? 1 : 0),
                tokensInDoubt + (call.mayHaveIssued() ? 1 : 0));
    }
}
