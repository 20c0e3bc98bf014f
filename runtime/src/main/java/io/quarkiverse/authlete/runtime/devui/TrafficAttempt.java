package io.quarkiverse.authlete.runtime.devui;

import io.quarkiverse.authlete.runtime.observation.CallResult;

/**
 * One attempt of a call.
 *
 * @param number 1 for the first
 * @param time when it started, in milliseconds since the epoch
 * @param result {@code success}, {@code failure}, {@code cancelled} or {@code in flight}
 * @param millis how long it took, {@code null} while it is in flight
 * @param status the HTTP status, {@code null} if there was no answer
 * @param resultCode Authlete's result code, {@code null} if there was none
 * @param failure why it failed, {@code null} unless it did
 */
public record TrafficAttempt(int number, long time, String result, Double millis, Integer status, String resultCode,
        Failure failure) {

    static TrafficAttempt inFlight(int number, long time) {
        return new TrafficAttempt(number, time, RecordedCall.label(null), null, null, null, null);
    }

    TrafficAttempt ended(CallResult result) {
        return new TrafficAttempt(number, time, RecordedCall.label(result), RecordedCall.millis(result), result.status(),
                result.resultCode(), RecordedCall.failure(result));
    }
}
