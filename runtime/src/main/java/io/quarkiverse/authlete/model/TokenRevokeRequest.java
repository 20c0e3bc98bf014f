package io.quarkiverse.authlete.model;

import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Asks to revoke tokens: the body of {@code POST /api/{serviceId}/auth/token/revoke}. Each of the static methods makes one of
 * the kinds of request that the API knows.
 * <p>
 * If more is set than one kind needs, then the server takes the first that applies and ignores the rest: the access token, the
 * refresh token, the client together with the subject, the client, the subject.
 *
 * @param accessTokenIdentifier an access token or its hash; {@code null} if absent
 * @param refreshTokenIdentifier a refresh token or its hash; {@code null} if absent
 * @param clientIdentifier the ID or the alias of a client; {@code null} if absent
 * @param subject a user; {@code null} if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenRevokeRequest(
        String accessTokenIdentifier,
        String refreshTokenIdentifier,
        String clientIdentifier,
        String subject) implements TokenRequest {

    /**
     * @param identifier an access token or its hash
     * @return a request to revoke this access token and its refresh token
     */
    public static TokenRevokeRequest accessToken(String identifier) {
        return new TokenRevokeRequest(identifier, null, null, null);
    }

    /**
     * @param identifier a refresh token or its hash
     * @return a request to revoke this refresh token and its access token
     */
    public static TokenRevokeRequest refreshToken(String identifier) {
        return new TokenRevokeRequest(null, identifier, null, null);
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
        return new TokenRevokeRequest(null, null, identifier, null);
    }

    /**
     * @param subject a user
     * @return a request to revoke all tokens of this user
     */
    public static TokenRevokeRequest subject(String subject) {
        return new TokenRevokeRequest(null, null, null, subject);
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
        return new TokenRevokeRequest(null, null, client, subject);
    }

    @Override
    @JsonIgnore
    public Set<String> secrets() {
        return Text.present(accessTokenIdentifier, refreshTokenIdentifier);
    }

    /** Masks the identifiers of tokens, which may be token values. */
    @Override
    public String toString() {
        return Text.of(TokenRevokeRequest.class)
                .secret("accessTokenIdentifier", accessTokenIdentifier)
                .secret("refreshTokenIdentifier", refreshTokenIdentifier)
                .add("clientIdentifier", clientIdentifier)
                .add("subject", subject)
                .toString();
    }
}
