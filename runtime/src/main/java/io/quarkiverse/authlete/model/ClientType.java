package io.quarkiverse.authlete.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Whether a client can keep a secret (RFC 6749, 2.1).
 * <p>
 * An open set: a type that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @since 1.0.0
 */
public final class ClientType extends OpenValue {

    /** It cannot keep a secret: an app on a user's device, for example. */
    public static final ClientType PUBLIC = new ClientType("PUBLIC");
    /** It can keep a secret: an application on a server, for example. */
    public static final ClientType CONFIDENTIAL = new ClientType("CONFIDENTIAL");

    private ClientType(String value) {
        super(value);
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else a type that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClientType of(String value) {
        return new ClientType(value);
    }

    @Override
    public boolean known() {
        return equals(PUBLIC) || equals(CONFIDENTIAL);
    }
}
