package io.quarkiverse.authlete.emulator;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.ResponseAction;

/**
 * Something that goes wrong with a call, on demand. Begin with one of the static methods, and go on from there:
 *
 * <pre>
 * Fault.status(503).retryAfter(Duration.ofSeconds(1)).on(TokenOperation.CREATE).times(3)
 * </pre>
 *
 * Unless told otherwise, a fault hits the next call, whatever its operation, and the emulator does not carry the call out.
 *
 * @param kind what goes wrong
 * @param operation the operation it hits; {@code null} for any
 * @param serviceId the ID of the service it hits; {@code null} for any. {@link AuthleteEmulator#inject} sets it.
 * @param times how many calls it still hits, at least 1; {@code null} until it is cleared
 * @param processed whether the emulator carries the call out although the answer is another, or none
 * @param delay how long the answer is held back, never {@code null}
 * @param status the HTTP status, for {@link Kind#STATUS} only; else {@code null}
 * @param retryAfter the {@code Retry-After} header, for {@link Kind#STATUS} only; {@code null} for none
 * @param action the action, for {@link Kind#ACTION} only; else {@code null}
 * @param resultCode the result code in the body, for {@link Kind#STATUS} and {@link Kind#ACTION}; may be {@code null}
 * @param resultMessage the result message in the body, likewise
 */
public record Fault(Kind kind, TokenOperation operation, String serviceId, Integer times, boolean processed, Duration delay,
        Integer status, Duration retryAfter, ResponseAction action, String resultCode, String resultMessage) {

    /** What goes wrong. */
    public enum Kind {
        /** The answer is another HTTP status. */
        STATUS,
        /** The answer is HTTP status 200 with an action that is not {@code OK}. */
        ACTION,
        /** There is no answer: the connection is reset. */
        CONNECTION_RESET,
        /** The connection is closed in the middle of the body. */
        TRUNCATED_BODY,
        /** The answer is late, and otherwise as ever. */
        DELAY
    }

    private static final Set<TokenOperation> WITH_ACTION = Set.of(TokenOperation.CREATE, TokenOperation.UPDATE);

    public Fault {
        Objects.requireNonNull(kind, "kind");
        delay = delay == null ? Duration.ZERO : delay;
        require(times == null || times > 0, "times must be positive: " + times);
        require(!delay.isNegative(), "delay must not be negative: " + delay);
        require((kind == Kind.STATUS) == (status != null), "A status belongs to a fault of the kind STATUS, and to no other");
        require(status == null || status >= 200 && status < 600, "status must be between 200 and 599: " + status);
        require(retryAfter == null || kind == Kind.STATUS, "Only a fault of the kind STATUS has a Retry-After");
        require(retryAfter == null || !retryAfter.isNegative(), "retryAfter must not be negative: " + retryAfter);
        require((kind == Kind.ACTION) == (action != null), "An action belongs to a fault of the kind ACTION, and to no other");
        require(!ResponseAction.OK.equals(action), "With the action OK, nothing is wrong");
        require(kind != Kind.ACTION || operation == null || WITH_ACTION.contains(operation),
                "Only create and update are answered with an action");
        require(resultCode == null && resultMessage == null || kind == Kind.STATUS || kind == Kind.ACTION,
                "Only a fault of the kind STATUS or ACTION has a result");
        require(kind != Kind.DELAY || delay.toMillis() > 0, "The delay must be at least a millisecond");
        // A call that is only late is carried out.
        processed = processed || kind == Kind.DELAY;
    }

    /**
     * An answer with that HTTP status. It has a body only if a {@linkplain #result(String, String) result} is given.
     *
     * @param status between 200 and 599
     * @return the fault
     */
    public static Fault status(int status) {
        return new Fault(Kind.STATUS, null, null, 1, false, null, status, null, null, null, null);
    }

    /**
     * An answer with HTTP status 200 and an action that tells of an error. It only hits creates and updates, because no other
     * answer has an action.
     *
     * @param action any but {@link ResponseAction#OK}
     * @return the fault
     */
    public static Fault action(ResponseAction action) {
        return new Fault(Kind.ACTION, null, null, 1, false, null, null, null, Objects.requireNonNull(action, "action"), null,
                null);
    }

    /**
     * No answer: the connection is reset (TCP RST) when the request has arrived.
     *
     * @return the fault
     */
    public static Fault connectionReset() {
        return new Fault(Kind.CONNECTION_RESET, null, null, 1, false, null, null, null, null, null, null);
    }

    /**
     * A success whose body ends in the middle: {@code Content-Length} promises more than is sent before the connection is
     * closed.
     *
     * @return the fault
     */
    public static Fault truncatedBody() {
        return new Fault(Kind.TRUNCATED_BODY, null, null, 1, false, null, null, null, null, null, null);
    }

    /**
     * The ordinary answer, but late.
     *
     * @param delay how long it is held back, at least a millisecond
     * @return the fault
     */
    public static Fault delay(Duration delay) {
        return new Fault(Kind.DELAY, null, null, 1, true, delay, null, null, null, null, null);
    }

    /**
     * @param operation the only operation to hit
     * @return such a fault
     */
    public Fault on(TokenOperation operation) {
        return new Fault(kind, operation, serviceId, times, processed, delay, status, retryAfter, action, resultCode,
                resultMessage);
    }

    /**
     * @param times how many calls to hit, at least 1
     * @return such a fault
     */
    public Fault times(int times) {
        return withTimes(times);
    }

    /** @return a fault that hits every call until {@link AuthleteEmulator#clearFaults()} */
    public Fault untilCleared() {
        return withTimes(null);
    }

    /**
     * A lost answer: the emulator carries the call out first, so that a create issues a token of which the caller never learns.
     *
     * @return such a fault
     */
    public Fault afterProcessing() {
        return new Fault(kind, operation, serviceId, times, true, delay, status, retryAfter, action, resultCode,
                resultMessage);
    }

    /**
     * @param delay how long to wait before it goes wrong
     * @return such a fault
     */
    public Fault delayed(Duration delay) {
        return new Fault(kind, operation, serviceId, times, processed, Objects.requireNonNull(delay, "delay"), status,
                retryAfter, action, resultCode, resultMessage);
    }

    /**
     * @param retryAfter what {@code Retry-After} tells, rounded up to seconds
     * @return such a fault
     */
    public Fault retryAfter(Duration retryAfter) {
        return new Fault(kind, operation, serviceId, times, processed, delay, status, retryAfter, action, resultCode,
                resultMessage);
    }

    /**
     * @param code the {@code resultCode} in the body
     * @param message the {@code resultMessage} in the body
     * @return such a fault
     */
    public Fault result(String code, String message) {
        return new Fault(kind, operation, serviceId, times, processed, delay, status, retryAfter, action, code, message);
    }

    Fault onService(String serviceId) {
        return new Fault(kind, operation, serviceId, times, processed, delay, status, retryAfter, action, resultCode,
                resultMessage);
    }

    private Fault withTimes(Integer times) {
        return new Fault(kind, operation, serviceId, times, processed, delay, status, retryAfter, action, resultCode,
                resultMessage);
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
