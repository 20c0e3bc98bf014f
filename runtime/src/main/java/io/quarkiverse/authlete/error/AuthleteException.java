package io.quarkiverse.authlete.error;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.authlete.TokenOperation;

/**
 * A token operation that failed. The {@linkplain #outcome() outcome} tells whether it may have had an effect.
 * <p>
 * The message never holds a token value, a header or a body of the answer.
 */
public class AuthleteException extends RuntimeException {

    private final FailedCall call;
    private final String reason;

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @param cause the cause, may be {@code null}
     */
    public AuthleteException(FailedCall call, String reason, Throwable cause) {
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
        AuthleteException copy = copy(call, reason);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /**
     * @param call what is known of the call
     * @param reason what went wrong, without secrets
     * @return an exception of the same class with the same cause
     */
    protected AuthleteException copy(FailedCall call, String reason) {
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

    /** @return the host of the server, with its port if the URL has one; empty for a call that never began */
    public Optional<String> host() {
        return Optional.ofNullable(call.host());
    }

    /** @return what is known about the effect of the call */
    public Outcome outcome() {
        return call.outcome();
    }

    /**
     * @return whether the same request may be sent again without the danger of doing the same thing twice: it had no
     *         effect, or it is idempotent. Whether that makes sense is another question.
     */
    public boolean safeToRepeat() {
        return call.outcome() != Outcome.UNKNOWN || call.idempotent();
    }

    /** @return how many attempts there were, also those that sent nothing; 0 if the request was refused before the first */
    public int attempts() {
        return call.attempts();
    }

    /** @return the HTTP status of the answer, if there was one */
    public Optional<Integer> status() {
        return Optional.ofNullable(call.status());
    }

    /** @return Authlete's result code, such as {@code A001202}, if there was one */
    public Optional<String> resultCode() {
        return Optional.ofNullable(call.resultCode());
    }

    /** @return Authlete's result message, if there was one */
    public Optional<String> resultMessage() {
        return Optional.ofNullable(call.resultMessage());
    }

    /**
     * @return how long the server asked to wait before the next call, if it said so: after 429 and 503 in
     *         {@code RateLimit-Reset} or {@code X-RateLimit-Reset}, else in {@code Retry-After} (RFC 9110, 10.2.3). The first
     *         of them counts that can be understood; at most a year. With {@link AuthleteCallNotPermittedException}, the time
     *         until the next window of the rate limit.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(call.retryAfter());
    }

    /** @return the headers of the answer, empty if there was none; they may hold secrets */
    public Map<String, List<String>> headers() {
        return call.headers();
    }

    /** @return the body of the answer, if there was one; it may hold secrets */
    public Optional<String> body() {
        return Optional.ofNullable(call.body());
    }

    @Override
    public String getMessage() {
        return super.getMessage() + " [" + call + "]" + advice();
    }

    private String advice() {
        if (safeToRepeat()) {
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
