package io.quarkiverse.authlete.runtime.observation;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteCallNotPermittedException;
import io.quarkiverse.authlete.error.AuthleteConnectionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.error.AuthleteHttpException;
import io.quarkiverse.authlete.error.AuthleteInvalidRequestException;
import io.quarkiverse.authlete.error.AuthleteResultException;
import io.quarkiverse.authlete.error.AuthleteTimeoutException;
import io.quarkiverse.authlete.error.AuthleteUnreadableResponseException;

/** What went wrong, as a short word: one for each exception that a caller can tell apart. */
public enum FailureKind {

    INVALID_REQUEST(AuthleteInvalidRequestException.class),
    NOT_PERMITTED(AuthleteCallNotPermittedException.class),
    CONNECTION(AuthleteConnectionException.class),
    TIMEOUT(AuthleteTimeoutException.class),
    HTTP(AuthleteHttpException.class),
    RESULT(AuthleteResultException.class),
    ACTION(AuthleteActionException.class),
    UNREADABLE_RESPONSE(AuthleteUnreadableResponseException.class),
    /** Any other, and what is none of ours. */
    OTHER(AuthleteException.class);

    /** {@code values()} makes a copy. */
    private static final FailureKind[] ALL = values();

    private final Class<? extends AuthleteException> type;
    private final String label = name().toLowerCase(Locale.ROOT);

    FailureKind(Class<? extends AuthleteException> type) {
        this.type = type;
    }

    /** @return the name as it appears in metrics and health checks: {@code invalid_request}, ... */
    public String label() {
        return label;
    }

    public static FailureKind of(@Nullable AuthleteException failure) {
        for (FailureKind kind : ALL) {
            if (kind.type.isInstance(failure)) {
                return kind;
            }
        }
        return OTHER;
    }
}
