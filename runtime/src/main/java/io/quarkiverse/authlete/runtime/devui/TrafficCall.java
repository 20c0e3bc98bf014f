package io.quarkiverse.authlete.runtime.devui;

import java.util.List;

/**
 * A call with its attempts and waits. There is no value of a token in it.
 *
 * @param id tells it from all others
 * @param time when it started, in milliseconds since the epoch
 * @param devUi whether the Dev UI made it, and not the application
 * @param client the client it was about, ID or alias; {@code null} if the request names none
 * @param subject the subject it was about, {@code null} if the request names none
 * @param result {@code success}, {@code failure}, {@code cancelled} or {@code in flight}
 * @param millis how long it took, retries and waits included; {@code null} while it is in flight
 * @param status the HTTP status of the last attempt, {@code null} if there was no answer
 * @param resultCode Authlete's result code, {@code null} if there was none
 * @param recovered whether it succeeded although the answer to its create was lost
 * @param mayHaveIssued whether a token may have been issued that nobody has the value of
 * @param failure why it failed, {@code null} unless it did
 * @param waits the waits so far, {@link TrafficWait#QUEUE} only if it can be noticed
 */
public record TrafficCall(long id, long time, String service, String operation, boolean devUi, String client, String subject,
        String result, Double millis, Integer status, String resultCode, boolean recovered, boolean mayHaveIssued,
        Failure failure, List<TrafficAttempt> attempts, List<TrafficWait> waits) {
}
