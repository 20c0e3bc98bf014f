package io.quarkiverse.authlete.model;

import java.util.Objects;
import java.util.Set;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Asks to revoke tokens: the body of {@code POST /api/{serviceId}/auth/token/revoke}. Each of the static methods makes one of
 * the kinds of request that the API knows.
 * <p>
 * If more is set than one kind needs, then the server takes the first that applies and ignores the rest: the access token, the
 * refresh token, the client together with the subject, the client, the subject.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(builder = TokenRevokeRequest.Builder.class)
public abstract non-sealed class TokenRevokeRequest implements TokenRequest {

    TokenRevokeRequest() {
    }

    /** An access token or its hash. */
    @Value.Redacted
    public abstract @Nullable String accessTokenIdentifier();

    /** A refresh token or its hash. */
    @Value.Redacted
    public abstract @Nullable String refreshTokenIdentifier();

    /** The ID or the alias of a client. */
    public abstract @Nullable String clientIdentifier();

    /** A user. */
    public abstract @Nullable String subject();

    /**
     * @param identifier an access token or its hash
     * @return a request to revoke this access token and its refresh token
     */
    public static TokenRevokeRequest accessToken(String identifier) {
        return builder().accessTokenIdentifier(identifier).build();
    }

    /**
     * @param identifier a refresh token or its hash
     * @return a request to revoke this refresh token and its access token
     */
    public static TokenRevokeRequest refreshToken(String identifier) {
        return builder().refreshTokenIdentifier(identifier).build();
    }

    /**
     * @param id the ID of a client
     * @return a request to revoke all tokens of this client
     */
    public static TokenRevokeRequest client(long id) {
        return client(Long.toString(id));
    }

    /**
     * @param identifier the ID or the alias of a client
     * @return a request to revoke all tokens of this client
     */
    public static TokenRevokeRequest client(String identifier) {
        return builder().clientIdentifier(identifier).build();
    }

    /**
     * @param subject a user
     * @return a request to revoke all tokens of this user
     */
    public static TokenRevokeRequest subject(String subject) {
        return builder().subject(subject).build();
    }

    /**
     * @param client the ID of a client
     * @param subject a user
     * @return a request to revoke all tokens that this client has for this user
     */
    public static TokenRevokeRequest clientAndSubject(long client, String subject) {
        return clientAndSubject(Long.toString(client), subject);
    }

    /**
     * @param client the ID or the alias of a client
     * @param subject a user
     * @return a request to revoke all tokens that this client has for this user
     * @throws NullPointerException if one of them is {@code null}: the request would revoke all tokens of the other
     */
    public static TokenRevokeRequest clientAndSubject(String client, String subject) {
        Objects.requireNonNull(client, "clientIdentifier must be set: without it all tokens of the subject would be revoked");
        Objects.requireNonNull(subject, "subject must be set: without it all tokens of the client would be revoked");
        return builder().clientIdentifier(client).subject(subject).build();
    }

    @Override
    public Set<String> secrets() {
        return Text.present(accessTokenIdentifier(), refreshTokenIdentifier());
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenRevokeRequest}. */
    public static final class Builder extends ImmutableTokenRevokeRequest.Builder {

        Builder() {
        }
    }
}
