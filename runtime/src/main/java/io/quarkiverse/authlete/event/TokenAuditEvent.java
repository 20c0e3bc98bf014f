package io.quarkiverse.authlete.event;

import java.time.Instant;
import java.util.List;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.error.Outcome;

/**
 * Who did what to which token: one for each create, update, revoke and delete, and for each token of a batch, whether it
 * succeeded or not. It is a CDI event for asynchronous observers ({@code @ObservesAsync}) if
 * {@code quarkus.authlete.audit.enabled} is set. It holds no secret: a fingerprint stands for a token value.
 *
 * @since 1.0.0
 */
@Value.Immutable
public abstract class TokenAuditEvent {

    TokenAuditEvent() {
    }

    /** When the call ended. */
    public abstract Instant time();

    /** The name of the configured service, {@code <default>} for the unnamed one. */
    public abstract String service();

    /** The operation that was called. */
    public abstract TokenOperation operation();

    /** The name of the principal for whom the call was made; {@code null} if nobody was authenticated. */
    public abstract @Nullable String principal();

    /** The client of the token, or that of the tokens to revoke; {@code null} if neither request nor answer names it. */
    public abstract @Nullable String clientIdentifier();

    /** The subject of the token, or that of the tokens to revoke; {@code null} if neither request nor answer names it. */
    public abstract @Nullable String subject();

    /**
     * The scopes of the token as the answer tells them, or those that the request asks for if there is no answer; {@code null}
     * if neither tells any.
     */
    public abstract @Nullable List<String> scopes();

    /** The ID of the token; {@code null} if neither request nor answer names it. */
    public abstract @Nullable String tokenId();

    /**
     * The SHA-256 of the access token, base64url, as Authlete's {@code accessTokenHash}; {@code null} if neither request nor
     * answer has its value or hash. A delete or revoke may have named the token by its hash: then it is the hash of that.
     */
    public abstract @Nullable String accessTokenFingerprint();

    /** The same of the refresh token. */
    public abstract @Nullable String refreshTokenFingerprint();

    /** The ID of the batch; {@code null} unless the token is one of a batch that was accepted. */
    public abstract @Nullable String batchId();

    /** How many tokens were revoked; {@code null} unless it was a revoke that succeeded. */
    public abstract @Nullable Long revoked();

    /**
     * What is known about the effect of a call that failed or was cancelled; {@code null} for one that succeeded. With
     * {@link Outcome#UNKNOWN}, it may have succeeded.
     */
    public abstract @Nullable Outcome outcome();

    /** Whether a create succeeded although its answer was lost: {@code recovered()} of its response. */
    public abstract boolean recovered();

    /** How many attempts there were; 0 if none was made. */
    public abstract int attempts();

    /** The HTTP status of the last answer; {@code null} if there was none. */
    public abstract @Nullable Integer status();

    /** Authlete's result code; {@code null} if there was none that looks like one. */
    public abstract @Nullable String resultCode();

    /** Whether the call succeeded. */
    public boolean isSuccess() {
        return outcome() == null;
    }

    /** @return a builder, for tests of observers */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TokenAuditEvent}. */
    public static final class Builder extends ImmutableTokenAuditEvent.Builder {

        Builder() {
        }
    }
}
