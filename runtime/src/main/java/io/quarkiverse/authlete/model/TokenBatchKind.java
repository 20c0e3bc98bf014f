package io.quarkiverse.authlete.model;

import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a batch does.
 * <p>
 * An open set: a kind that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @param value the name as the API writes it, never {@code null}
 */
public record TokenBatchKind(@JsonValue String value) {

    /** It creates tokens. */
    public static final TokenBatchKind CREATE = new TokenBatchKind("CREATE");

    private static final Set<TokenBatchKind> KNOWN = Set.of(CREATE);

    public TokenBatchKind {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a kind that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenBatchKind of(String value) {
        return new TokenBatchKind(value);
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
