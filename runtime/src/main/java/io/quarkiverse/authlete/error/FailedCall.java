package io.quarkiverse.authlete.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;

/**
 * What is known of a call that failed.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class FailedCall implements Serializable {

    private static final long serialVersionUID = 1L;

    FailedCall() {
    }

    /** The operation that was called. */
    public abstract TokenOperation operation();

    /** The name of the configured service, {@code <default>} for the unnamed one. */
    public abstract String service();

    /**
     * The host of the server, with its port if the URL has one; {@code null} for a request that was refused before a server was
     * chosen.
     */
    public abstract @Nullable String host();

    /** Whether sending the same request again has no further effect (RFC 9110, 9.2.2). */
    public abstract boolean idempotent();

    /** What is known about the effect of the call. */
    public abstract Outcome outcome();

    /** How many attempts there were, also those that sent nothing; 0 if the request was refused before the first. */
    public abstract int attempts();

    /** The HTTP status of the answer, {@code null} if there was none. */
    public abstract @Nullable Integer status();

    /** Authlete's result code, such as {@code A001202}; {@code null} if there was none. */
    public abstract @Nullable String resultCode();

    /** Authlete's result message; {@code null} if there was none. */
    public abstract @Nullable String resultMessage();

    /** How long the server asked to wait, {@code null} if it did not say. */
    public abstract @Nullable Duration retryAfter();

    /** The headers of the answer, by their names in any case; empty if there was none. */
    public abstract Map<String, List<String>> headers();

    /** The body of the answer, {@code null} if there was none. It may hold secrets: do not log it. */
    public abstract @Nullable String body();

    /**
     * @param operation the operation that was called
     * @param service the name of the configured service
     * @param idempotent whether sending the same request again has no further effect
     * @param outcome what is known about the effect of the call
     * @return a builder of a call with one attempt and without an answer
     */
    public static Builder builder(TokenOperation operation, String service, boolean idempotent, Outcome outcome) {
        return new Builder().operation(operation).service(service).idempotent(idempotent).outcome(outcome);
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Leaves out headers and body: they may hold secrets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operation().label()).append(", service ").append(service());
        if (status() != null) {
            text.append(", HTTP ").append(status());
        }
        if (resultCode() != null) {
            text.append(", ").append(resultCode());
        }
        text.append(", outcome ").append(outcome()).append(", attempts ").append(attempts());
        return host() == null ? text.toString() : text.append(", host ").append(host()).toString();
    }

    /** Builds a {@link FailedCall}. */
    public static final class Builder extends ImmutableFailedCall.Builder {

        Builder() {
            attempts(1).headers(Map.of());
        }
    }
}
