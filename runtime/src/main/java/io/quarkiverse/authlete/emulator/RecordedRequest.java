package io.quarkiverse.authlete.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkiverse.authlete.TokenOperation;

/**
 * A request as the emulator has seen it, with {@value #MASK} in the place of what is secret: the values of tokens and
 * sessions, of hidden properties, of fields that the API does not have, and of headers that carry credentials. The path is
 * left out, because that of a delete holds a token.
 *
 * @param time when it arrived, by the clock of the machine: {@link AuthleteEmulator#advanceClock} has no effect on it
 * @param serviceId the ID of the service in the path
 * @param operation the operation that was called
 * @param query the query parameters
 * @param headers the headers, with lower-case names; several values are separated by commas
 * @param body the members of the body as JSON types (text, numbers, booleans, lists, maps); empty if there was no readable
 *        body, one of more than 64 KiB, or one that is nested deeper than 90 levels. The array that is the body of a batch is
 *        under {@code requests}
 * @param fault what has gone wrong with it on demand, with the calls that were left then; {@code null} for nothing
 * @param status the HTTP status that was answered; {@code null} if the connection was reset, if the answer is still held back,
 *        or if the caller was gone before it could be sent
 * @param duration how long it took to answer; {@code null} while the answer is held back
 */
public record RecordedRequest(Instant time, String serviceId, TokenOperation operation, Map<String, List<String>> query,
        Map<String, String> headers, Map<String, Object> body, Fault fault, Integer status, Duration duration) {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";
}
