package io.quarkiverse.authlete.model;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What a batch does.
 * <p>
 * An open set: a kind that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @since 1.0.0
 */
public final class TokenBatchKind extends OpenValue {

    /** It creates tokens. */
    public static final TokenBatchKind CREATE = new TokenBatchKind("CREATE");

    private static final Set<TokenBatchKind> KNOWN = Set.of(CREATE);

    private TokenBatchKind(String value) {
        super(value);
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a kind that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenBatchKind of(String value) {
        return new TokenBatchKind(value);
    }

    @Override
    public boolean known() {
        return KNOWN.contains(this);
    }
}
