package io.quarkiverse.authlete.model;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What became of a create or an update that was answered with HTTP status 200. Only {@link #OK} means that it was done.
 * <p>
 * An open set: an action that this version does not know is kept as it is. Compare with {@code equals}.
 *
 * @since 1.0.0
 */
public final class ResponseAction extends OpenValue {

    /** Done. */
    public static final ResponseAction OK = new ResponseAction("OK");
    /** Not done: the request was wrong, its grant type missing for example. */
    public static final ResponseAction BAD_REQUEST = new ResponseAction("BAD_REQUEST");
    /** Not done: not allowed, because the client belongs to another service for example. */
    public static final ResponseAction FORBIDDEN = new ResponseAction("FORBIDDEN");
    /** Not done: there is no such token. Only an update is answered so. */
    public static final ResponseAction NOT_FOUND = new ResponseAction("NOT_FOUND");
    /** The server failed. */
    public static final ResponseAction INTERNAL_SERVER_ERROR = new ResponseAction("INTERNAL_SERVER_ERROR");

    private static final Set<ResponseAction> KNOWN = Set.of(OK, BAD_REQUEST, FORBIDDEN, NOT_FOUND, INTERNAL_SERVER_ERROR);

    private ResponseAction(String value) {
        super(value);
    }

    /**
     * @param value the name as the API writes it
     * @return one equal to the constant of that name, or else an action that is not {@linkplain #known() known}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ResponseAction of(String value) {
        return new ResponseAction(value);
    }

    @Override
    public boolean known() {
        return KNOWN.contains(this);
    }
}
