package io.quarkiverse.authlete.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import io.quarkiverse.authlete.TokenOperation;

/**
 * A request as the emulator has seen it, with {@value #MASK} in the place of what is secret: the values of tokens and
 * sessions, of hidden properties, of fields that the API does not have, and of headers that carry credentials. The path is
 * left out, because that of a delete holds a token.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonDeserialize(builder = RecordedRequest.Builder.class)
public abstract class RecordedRequest {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    RecordedRequest() {
    }

    /** When it arrived, by the clock of the machine: {@link AuthleteEmulator#advanceClock} has no effect on it. */
    public abstract Instant time();

    /** The ID of the service in the path. */
    public abstract String serviceId();

    /** The operation that was called. */
    public abstract TokenOperation operation();

    /** The query parameters. */
    public abstract Map<String, List<String>> query();

    /** The headers, with lower-case names; several values are separated by commas. */
    public abstract Map<String, String> headers();

    /**
     * The members of the body as JSON types (text, numbers, booleans, lists, maps); empty if there was no readable body, one of
     * more than 64 KiB, or one that is nested deeper than 90 levels. The array that is the body of a batch is under
     * {@code requests}.
     */
    public abstract Map<String, @Nullable Object> body();

    /** What has gone wrong with it on demand, with the calls that were left then; {@code null} for nothing. */
    public abstract @Nullable Fault fault();

    /**
     * The HTTP status that was answered; {@code null} if the connection was reset, if the answer is still held back, or if the
     * caller was gone before it could be sent.
     */
    public abstract @Nullable Integer status();

    /** How long it took to answer; {@code null} while the answer is held back. */
    public abstract @Nullable Duration duration();

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link RecordedRequest}. */
    public static final class Builder extends ImmutableRecordedRequest.Builder {

        Builder() {
            query(Map.of()).headers(Map.of()).body(Map.of());
        }
    }
}
