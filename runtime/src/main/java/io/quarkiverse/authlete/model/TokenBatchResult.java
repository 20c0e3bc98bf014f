package io.quarkiverse.authlete.model;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * How a batch has ended.
 * <p>
 * An open set: a result that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @since 1.0.0
 */
public final class TokenBatchResult extends OpenValue {

    // An older version of the API document spells it like this.
    private static final String SUCCEED = "SUCCEED";

    /** All tokens were created. {@code SUCCEED} is the same. */
    public static final TokenBatchResult SUCCEEDED = new TokenBatchResult("SUCCEEDED");
    /** It failed. Some of its tokens may exist. */
    public static final TokenBatchResult FAILED = new TokenBatchResult("FAILED");

    private static final Set<TokenBatchResult> KNOWN = Set.of(SUCCEEDED, FAILED);

    private TokenBatchResult(String value) {
        super(value);
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a result that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenBatchResult of(String value) {
        return new TokenBatchResult(value.equals(SUCCEED) ? SUCCEEDED.value() : value);
    }

    @Override
    public boolean known() {
        return KNOWN.contains(this);
    }
}
