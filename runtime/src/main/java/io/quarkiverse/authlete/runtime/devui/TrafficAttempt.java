package io.quarkiverse.authlete.runtime.devui;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.runtime.observation.CallResult;

/**
 * One attempt of a call.
 *
 * @param number 1 for the first
 * @param operation what it sends: that of the call, or another one to find out what became of it
 * @param start milliseconds since the call started
 * @param result {@code success}, {@code failure}, {@code cancelled} or {@code in flight}
 * @param millis how long it took, {@code null} while it is in flight
 * @param status the HTTP status, {@code null} if there was no answer
 * @param resultCode Authlete's result code, {@code null} if there was none
 * @param failure why it failed, {@code null} unless it did
 */
public record TrafficAttempt(int number, String operation, double start, String result, Double millis, Integer status,
        String resultCode, Failure failure) {

    static TrafficAttempt inFlight(int number, TokenOperation operation, double start) {
        return new TrafficAttempt(number, operation.label(), start, RecordedCall.label(null), null, null, null, null);
    }

    TrafficAttempt ended(CallResult result) {
        return new TrafficAttempt(number, operation, start, RecordedCall.label(result), RecordedCall.millis(result),
                result.status(), result.resultCode(), RecordedCall.failure(result));
    }
}
