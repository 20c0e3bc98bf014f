package io.quarkiverse.authlete.error;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The server answered, and did not confirm that it did what you asked for. The {@linkplain #outcome() outcome} is
 * {@link Outcome#REJECTED} if it certainly did not.
 *
 * @since 1.0.0
 */
public abstract class AuthleteResponseException extends AuthleteException {

    AuthleteResponseException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(call, reason, cause);
        Objects.requireNonNull(call.status(), "status");
    }

    /** @return the HTTP status of the answer, never {@code null} */
    @Override
    public Integer status() {
        return Objects.requireNonNull(super.status());
    }
}
