package io.quarkiverse.authlete.emulator;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

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
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = Fault.Builder.class)
public abstract class Fault {

    /** What goes wrong. */
    public enum Kind {
        /** The answer is another HTTP status. */
        STATUS(TokenOperation.values()),
        /** The answer is HTTP status 200 with an action that is not {@code OK}. */
        ACTION(TokenOperation.CREATE, TokenOperation.UPDATE),
        /** There is no answer: the connection is reset. */
        CONNECTION_RESET(TokenOperation.values()),
        /** The connection is closed in the middle of the body. */
        TRUNCATED_BODY(TokenOperation.values()),
        /** The ordinary answer, late. */
        DELAY(TokenOperation.values()),
        /** The ordinary answer; the batch fails later, with a part of its tokens created. */
        BATCH_FAILURE(TokenOperation.CREATE_BATCH),
        /** No operation is hit: the health check of the server answers HTTP status 500. */
        UNHEALTHY;

        private final Set<TokenOperation> operations;

        Kind(TokenOperation... operations) {
            this.operations = Set.of(operations);
        }

        /**
         * @param operation an operation
         * @return whether such a fault can hit calls of that operation
         */
        public boolean hits(TokenOperation operation) {
            return operations.contains(operation);
        }
    }

    Fault() {
    }

    /** What goes wrong. */
    public abstract Kind kind();

    /** The operation it hits; {@code null} for any. */
    public abstract @Nullable TokenOperation operation();

    /** The ID of the service it hits; {@code null} for any. {@link AuthleteEmulator#inject} sets it. */
    public abstract @Nullable String serviceId();

    /** How many calls it still hits, at least 1; {@code null} until it is cleared. */
    public abstract @Nullable Integer times();

    /** Whether the emulator carries the call out although the answer is another, or none. */
    public abstract boolean processed();

    /** How long the answer is held back. */
    @JsonSetter(nulls = Nulls.SKIP)
    public abstract Duration delay();

    /** The HTTP status, for {@link Kind#STATUS} only; else {@code null}. */
    public abstract @Nullable Integer status();

    /** How long the caller is told to wait, for {@link Kind#STATUS} only; {@code null} for nothing about it. */
    public abstract @Nullable Duration retryAfter();

    /** The action, for {@link Kind#ACTION} only; else {@code null}. */
    public abstract @Nullable ResponseAction action();

    /** The result code in the body, for {@link Kind#STATUS} and {@link Kind#ACTION}; may be {@code null}. */
    public abstract @Nullable String resultCode();

    /** The result message in the body, as for the result code. */
    public abstract @Nullable String resultMessage();

    /** How many tokens of the batch are created before it fails, for {@link Kind#BATCH_FAILURE} only; else {@code null}. */
    public abstract @Nullable Integer tokens();

    /**
     * An answer with that HTTP status. It has a body only if a {@linkplain #result(String, String) result} is given, or if
     * the status is 429: then it is the HTML page of the server before the API. A 503 with neither a
     * {@linkplain #retryAfter(Duration) wait} nor a result leaves the outcome unknown, so that no create is retried after it.
     *
     * @param status between 200 and 599
     * @return the fault
     */
    public static Fault status(int status) {
        return new Builder(Kind.STATUS).status(status).build();
    }

    /**
     * An answer with HTTP status 200 and an action that tells of an error. It only hits creates and updates, because no other
     * answer has an action.
     *
     * @param action any but {@link ResponseAction#OK}
     * @return the fault
     */
    public static Fault action(ResponseAction action) {
        return new Builder(Kind.ACTION).action(Objects.requireNonNull(action, "action")).build();
    }

    /**
     * No answer: the connection is reset (TCP RST) when the request has arrived.
     *
     * @return the fault
     */
    public static Fault connectionReset() {
        return new Builder(Kind.CONNECTION_RESET).build();
    }

    /**
     * A success whose body ends in the middle: {@code Content-Length} promises more than is sent before the connection is
     * closed.
     *
     * @return the fault
     */
    public static Fault truncatedBody() {
        return new Builder(Kind.TRUNCATED_BODY).build();
    }

    /**
     * The ordinary answer, but late.
     *
     * @param delay how long it is held back, at least a millisecond
     * @return the fault
     */
    public static Fault delay(Duration delay) {
        return new Builder(Kind.DELAY).delay(delay).build();
    }

    /**
     * A batch that fails half-way: its request gets the ordinary answer, later its status is {@code FAILED}, and the
     * first of its tokens are there all the same. It only hits requests that create batches.
     *
     * @param tokens how many tokens are created before the batch fails; all of them if the batch has fewer
     * @return the fault
     */
    public static Fault batchFailsAfter(int tokens) {
        return new Builder(Kind.BATCH_FAILURE).tokens(tokens).build();
    }

    /**
     * A server that calls itself unhealthy: {@code GET /api/lifecycle/healthcheck} answers HTTP status 500. Calls of
     * operations are not hit.
     *
     * @return the fault
     */
    public static Fault unhealthy() {
        return new Builder(Kind.UNHEALTHY).build();
    }

    /**
     * @param operation the only operation to hit
     * @return such a fault
     */
    public Fault on(TokenOperation operation) {
        return toBuilder().operation(operation).build();
    }

    /**
     * @param times how many calls to hit, at least 1
     * @return such a fault
     */
    public Fault times(int times) {
        return toBuilder().times(times).build();
    }

    /** @return a fault that hits every call until {@link AuthleteEmulator#clearFaults()} */
    public Fault untilCleared() {
        return toBuilder().times(null).build();
    }

    /**
     * A lost answer: the emulator carries the call out first, so that a create issues a token of which the caller never learns.
     *
     * @return such a fault
     */
    public Fault afterProcessing() {
        return toBuilder().processed(true).build();
    }

    /**
     * @param delay how long to wait before it goes wrong
     * @return such a fault
     */
    public Fault delayed(Duration delay) {
        return toBuilder().delay(Objects.requireNonNull(delay, "delay")).build();
    }

    /**
     * @param retryAfter how long the caller is told to wait, rounded up to seconds: by {@code RateLimit-Reset} if the status is
     *        429, else by {@code Retry-After}
     * @return such a fault
     */
    public Fault retryAfter(Duration retryAfter) {
        return toBuilder().retryAfter(retryAfter).build();
    }

    /**
     * @param code the {@code resultCode} in the body
     * @param message the {@code resultMessage} in the body
     * @return such a fault
     */
    public Fault result(String code, String message) {
        return toBuilder().resultCode(code).resultMessage(message).build();
    }

    Fault onService(String serviceId) {
        return toBuilder().serviceId(serviceId).build();
    }

    private Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    Fault checked() {
        Objects.requireNonNull(kind(), "kind");
        require(times() == null || times() > 0, "times must be positive: " + times());
        require(!delay().isNegative(), "delay must not be negative: " + delay());
        require((kind() == Kind.STATUS) == (status() != null),
                "A status belongs to a fault of the kind STATUS, and to no other");
        require(status() == null || status() >= 200 && status() < 600, "status must be between 200 and 599: " + status());
        require(retryAfter() == null || kind() == Kind.STATUS, "Only a fault of the kind STATUS tells how long to wait");
        require(retryAfter() == null || !retryAfter().isNegative(), "retryAfter must not be negative: " + retryAfter());
        require((kind() == Kind.ACTION) == (action() != null),
                "An action belongs to a fault of the kind ACTION, and to no other");
        require(!ResponseAction.OK.equals(action()), "With the action OK, nothing is wrong");
        require(operation() == null || kind().hits(operation()), "A fault of the kind " + kind() + " can't hit this operation");
        require(resultCode() == null && resultMessage() == null || kind() == Kind.STATUS || kind() == Kind.ACTION,
                "Only a fault of the kind STATUS or ACTION has a result");
        require(kind() != Kind.DELAY || delay().toMillis() > 0, "The delay must be at least a millisecond");
        require((kind() == Kind.BATCH_FAILURE) == (tokens() != null),
                "A number of tokens belongs to a fault of the kind BATCH_FAILURE, and to no other");
        require(tokens() == null || tokens() >= 0, "tokens must not be negative: " + tokens());
        // A call that is only late is carried out, and so is one whose batch fails later.
        boolean processed = processed() || kind() == Kind.DELAY || kind() == Kind.BATCH_FAILURE;
        return processed == processed() ? this : toBuilder().processed(processed).build();
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }

    static final class Builder extends ImmutableFault.Builder {

        Builder() {
            delay(Duration.ZERO);
        }

        private Builder(Kind kind) {
            this();
            kind(kind).times(1);
        }
    }
}
