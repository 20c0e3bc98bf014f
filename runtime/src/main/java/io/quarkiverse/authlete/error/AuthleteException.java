package io.quarkiverse.authlete.error;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.TokenCreateRequest;

/**
 * A token operation that failed. The {@linkplain #outcome() outcome} tells whether it may have had an effect.
 * <p>
 * The message never holds a token value, a header or a body of the answer.
 *
 * @since 1.0.0
 */
public class AuthleteException extends RuntimeException {

    private final FailedCall call;
    private final String reason;
    private transient @Nullable TokenCreateRequest unfinished;

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteException(FailedCall call, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.call = call;
        this.reason = reason;
    }

    /**
     * @param call what is known of the call by now
     * @return the same failure, with that knowledge
     */
    public final AuthleteException withCall(FailedCall call) {
        if (call.equals(this.call)) {
            return this;
        }
        return copy(call, unfinished);
    }

    /**
     * @param unfinished the request to finish the create with, see {@link #unfinished()}
     * @return the same failure, with that request
     */
    public final AuthleteException withUnfinished(TokenCreateRequest unfinished) {
        return copy(call, unfinished);
    }

    private AuthleteException copy(FailedCall call, @Nullable TokenCreateRequest unfinished) {
        AuthleteException copy = copy(call, reason);
        copy.setStackTrace(getStackTrace());
        copy.unfinished = unfinished;
        return copy;
    }

    /** @return an exception of the same class with the same cause */
    AuthleteException copy(FailedCall call, String reason) {
        return new AuthleteException(call, reason, getCause());
    }

    /** @return what is known of the call */
    public FailedCall call() {
        return call;
    }

    /** @return the operation that was called */
    public TokenOperation operation() {
        return call.operation();
    }

    /** @return the name of the configured service, {@code <default>} for the unnamed one */
    public String service() {
        return call.service();
    }

    /** @return the host of the server, with its port if the URL has one; {@code null} for a call that never began */
    public @Nullable String host() {
        return call.host();
    }

    /** @return what is known about the effect of the call */
    public Outcome outcome() {
        return call.outcome();
    }

    /**
     * @return whether you can send the same request again without doing the same thing twice: it had no effect, or it is
     *         idempotent. Safe does not mean useful. {@code false} if there is a create to {@linkplain #unfinished() finish}.
     */
    public boolean safeToRetry() {
        return unfinished == null && (call.outcome() != Outcome.UNKNOWN || call.idempotent());
    }

    /**
     * The request of a create that was to happen exactly once and whose outcome is unknown, with the values that the client
     * has chosen: no one else knows them. To finish it, pass it to {@code create} with
     * {@link io.quarkiverse.authlete.RequestOptions#resume()}, on this instance of the application or another, now or later; to
     * undo it, delete its {@code accessToken}.
     *
     * @return the request, which holds secrets; {@code null} for any other failure, and after Java serialization
     */
    public @Nullable TokenCreateRequest unfinished() {
        return unfinished;
    }

    /** @return how many attempts there were, also those that sent nothing; 0 if the request was refused before the first */
    public int attempts() {
        return call.attempts();
    }

    /** @return the HTTP status of the answer; {@code null} if there was none */
    public @Nullable Integer status() {
        return call.status();
    }

    /** @return Authlete's result code, such as {@code A001202}; {@code null} if there was none */
    public @Nullable String resultCode() {
        return call.resultCode();
    }

    /** @return Authlete's result message; {@code null} if there was none */
    public @Nullable String resultMessage() {
        return call.resultMessage();
    }

    /**
     * @return the wait that the server asked for; {@code null} if it did not: after 429 and 503 in
     *         {@code RateLimit-Reset} or {@code X-RateLimit-Reset}, else in {@code Retry-After} (RFC 9110, 10.2.3). The first
     *         of them counts that can be understood; at most a year. With {@link AuthleteCallNotPermittedException}, the time
     *         until the next window of the rate limit.
     */
    public @Nullable Duration retryAfter() {
        return call.retryAfter();
    }

    /** @return the headers of the answer, by their names in any case; empty if there was none. They may hold secrets */
    public Map<String, List<String>> headers() {
        return call.headers();
    }

    /** @return the body of the answer; {@code null} if there was none. It may hold secrets */
    public @Nullable String body() {
        return call.body();
    }

    @Override
    public String getMessage() {
        return super.getMessage() + " [" + call + "]" + advice();
    }

    private String advice() {
        if (unfinished != null) {
            return " The token may have been issued. To finish, create unfinished() with RequestOptions.resume(); to undo it,"
                    + " delete its accessToken.";
        }
        if (safeToRetry()) {
            return "";
        }
        return switch (call.operation()) {
            case CREATE -> " The token may have been issued. If the request chose its accessToken, send it again: no second"
                    + " token can have that value. If not, list the tokens of this subject and client, look at createdAt,"
                    + " and revoke what nobody has received.";
            case CREATE_BATCH -> " Tokens of the batch may have been issued, unless it was a dry run: list the tokens of its"
                    + " subjects and clients, and look at createdAt, before you send them again.";
            default -> " The token may have a new value that nobody has received.";
        };
    }
}
