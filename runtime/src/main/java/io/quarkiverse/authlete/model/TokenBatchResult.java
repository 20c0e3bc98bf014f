package io.quarkiverse.authlete.model;

import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a batch has ended.
 * <p>
 * An open set: a result that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @param value the name as the API writes it, never {@code null}
 */
public record TokenBatchResult(@JsonValue String value) {

    // An older version of the API document spells it like this.
    private static final String SUCCEED = "SUCCEED";

    /** All of it was done. {@code SUCCEED} is the same. */
    public static final TokenBatchResult SUCCEEDED = new TokenBatchResult("SUCCEEDED");
    /** It was not done, at least not all of it: a part of its tokens may have been created before. */
    public static final TokenBatchResult FAILED = new TokenBatchResult("FAILED");

    private static final Set<TokenBatchResult> KNOWN = Set.of(SUCCEEDED, FAILED);

    public TokenBatchResult {
        Objects.requireNonNull(value, "value");
        value = value.equals(SUCCEED) ? "SUCCEEDED" : value;
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a result that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenBatchResult of(String value) {
        return new TokenBatchResult(value);
    }

    /** @return whether it is one of the constants of this class */
    public boolean known() {
        return KNOWN.contains(this);
    }

    /** @return the name as the API writes it */
    @Override
    public String toString() {
        return value;
    }
}
