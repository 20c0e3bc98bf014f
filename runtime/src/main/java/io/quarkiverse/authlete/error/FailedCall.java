package io.quarkiverse.authlete.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;

/**
 * What is known of a call that failed.
 *
 * @param operation the operation that was called
 * @param service the name of the configured service, {@code <default>} for the unnamed one
 * @param idempotent whether sending the same request again has no further effect (RFC 9110, 9.2.2)
 * @param outcome what is known about the effect of the call
 * @param attempts how many attempts there were, also those that sent nothing; 0 if the request was refused before the first
 * @param status the HTTP status of the answer, {@code null} if there was none
 * @param resultCode Authlete's result code, such as {@code A001202}; {@code null} if there was none
 * @param resultMessage Authlete's result message; {@code null} if there was none
 * @param retryAfter how long the server asked to wait, {@code null} if it did not say
 * @param headers the headers of the answer; empty if there was none
 * @param body the body of the answer, {@code null} if there was none. It may hold secrets: do not log it.
 * @param host the host of the server, with its port if the URL has one; {@code null} for a call that never began
 */
public record FailedCall(
        TokenOperation operation,
        String service,
        boolean idempotent,
        Outcome outcome,
        int attempts,
        @Nullable Integer status,
        @Nullable String resultCode,
        @Nullable String resultMessage,
        @Nullable Duration retryAfter,
        Map<String, List<String>> headers,
        @Nullable String body,
        @Nullable String host) implements Serializable {

    public FailedCall {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(outcome, "outcome");
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** A call whose server is not known. */
    public FailedCall(TokenOperation operation, String service, boolean idempotent, Outcome outcome, int attempts,
            Integer status, String resultCode, String resultMessage, Duration retryAfter, Map<String, List<String>> headers,
            String body) {
        this(operation, service, idempotent, outcome, attempts, status, resultCode, resultMessage, retryAfter, headers, body,
                null);
    }

    /**
     * @param operation the operation that was called
     * @param service the name of the configured service
     * @param idempotent whether sending the same request again has no further effect
     * @param outcome what is known about the effect of the call
     * @return a call that failed without an answer
     */
    public static FailedCall withoutAnswer(TokenOperation operation, String service, boolean idempotent, Outcome outcome) {
        return new FailedCall(operation, service, idempotent, outcome, 1, null, null, null, null, null, null, null);
    }

    /**
     * @param attempts how many attempts there were
     * @return the same with that number of attempts
     */
    public FailedCall withAttempts(int attempts) {
        return new FailedCall(operation, service, idempotent, outcome, attempts, status, resultCode, resultMessage, retryAfter,
                headers, body, host);
    }

    /**
     * @param outcome what is known about the effect of the call
     * @return the same with that outcome
     */
    public FailedCall withOutcome(Outcome outcome) {
        return new FailedCall(operation, service, idempotent, outcome, attempts, status, resultCode, resultMessage, retryAfter,
                headers, body, host);
    }

    /**
     * @param host the host of the server
     * @return the same with that host
     */
    public FailedCall withHost(String host) {
        return new FailedCall(operation, service, idempotent, outcome, attempts, status, resultCode, resultMessage, retryAfter,
                headers, body, host);
    }

    /** Leaves out headers and body: they may hold secrets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operation.label()).append(", service ").append(service);
        if (status != null) {
            text.append(", HTTP ").append(status);
        }
        if (resultCode != null) {
            text.append(", ").append(resultCode);
        }
        text.append(", outcome ").append(outcome).append(", attempts ").append(attempts);
        return host == null ? text.toString() : text.append(", host ").append(host).toString();
    }
}
