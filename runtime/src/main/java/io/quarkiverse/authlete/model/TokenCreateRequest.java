package io.quarkiverse.authlete.model;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Asks for a new access token: the body of {@code POST /api/{serviceId}/auth/token/create}. Made by
 * {@link #builder(GrantType)}. A field that is {@code null} is not sent.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(builder = TokenCreateRequest.Builder.class)
public abstract non-sealed class TokenCreateRequest implements TokenRequest {

    TokenCreateRequest() {
    }

    /** The grant to create it for; required, and not {@link GrantType#REFRESH_TOKEN}. */
    public abstract GrantType grantType();

    /** The ID of the client; this or {@code clientIdentifier} is required. */
    public abstract @Nullable Long clientId();

    /** The client in another way than by its ID, by its alias for example; sent as it is. */
    public abstract @Nullable String clientIdentifier();

    /**
     * The user, at most 100 ASCII characters; required, except for {@link GrantType#JWT_BEARER} and for
     * {@link GrantType#CLIENT_CREDENTIALS}, which ignores it.
     */
    public abstract @Nullable String subject();

    /** The scopes (RFC 6749, 3.3); one that the service does not support is an error. */
    public abstract @Nullable List<String> scopes();

    /** How long the access token is valid, in seconds; 0 for the settings of service, scopes and client. */
    public abstract @Nullable Long accessTokenDuration();

    /** How long the refresh token is valid, in seconds; 0 for the settings of service, scopes and client. */
    public abstract @Nullable Long refreshTokenDuration();

    /** Properties to attach to the access token, see {@link Property}. */
    public abstract @Nullable List<Property> properties();

    /** Whether to do as if the client had used its alias; at most one of this flag and the next two. */
    public abstract @Nullable Boolean clientIdAliasUsed();

    /** Whether to do as if the client had used its entity ID (OpenID Federation). */
    public abstract @Nullable Boolean clientEntityIdUsed();

    /** Whether to do as if the client's metadata came from a client ID metadata document; Authlete 3.0.22 or later. */
    public abstract @Nullable Boolean metadataDocumentUsed();

    /** The value of the access token, if it is not for the server to choose. */
    @Value.Redacted
    public abstract @Nullable String accessToken();

    /**
     * The value of the refresh token, if it is not for the server to choose. An error for {@link GrantType#IMPLICIT} and
     * {@link GrantType#CLIENT_CREDENTIALS}, and if the service does not support the refresh grant.
     */
    @Value.Redacted
    public abstract @Nullable String refreshToken();

    /**
     * Whether the access token has no expiry time; its duration is then ignored. Authlete deletes it all the same
     * if it was not used for 90 days.
     */
    public abstract @Nullable Boolean accessTokenPersistent();

    /** The SHA-256 thumbprint, base64url, of the client certificate it is bound to (RFC 8705, 3). */
    public abstract @Nullable String certificateThumbprint();

    /** The thumbprint of the DPoP key it is bound to (RFC 9449, 6); makes its type {@code DPoP}. */
    public abstract @Nullable String dpopKeyThumbprint();

    /** What exactly it authorizes (RFC 9396). */
    public abstract @Nullable AuthorizationDetails authorizationDetails();

    /** The resources it is for, as absolute URIs in ASCII without a fragment (RFC 8707). */
    public abstract @Nullable List<URI> resources();

    /** Whether it is for an external attachment (OpenID Connect for Identity Assurance). */
    public abstract @Nullable Boolean forExternalAttachment();

    /** Further claims for the JWT access token, as the text of a JSON object; only for services that issue such. */
    public abstract @Nullable String jwtAtClaims();

    /** How the user was authenticated: the authentication context class reference; ignored without a subject. */
    public abstract @Nullable String acr();

    /** When the user was authenticated, in seconds since the epoch; ignored without a subject. */
    public abstract @Nullable Long authTime();

    /** The ID of the user's authentication session. */
    @Value.Redacted
    public abstract @Nullable String sessionId();

    /**
     * @param grantType the grant to create the token for
     * @return a builder of a request for that grant
     */
    public static Builder builder(GrantType grantType) {
        return new Builder().grantType(grantType);
    }

    @Override
    public Set<String> secrets() {
        return Text.present(accessToken(), refreshToken(), sessionId());
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenCreateRequest}. */
    public static final class Builder extends ImmutableTokenCreateRequest.Builder {

        Builder() {
        }

        /** The ID of the client. */
        public Builder clientId(long clientId) {
            return clientId((Long) clientId);
        }

        /** The scopes. */
        public Builder scopes(String... scopes) {
            return scopes(Arrays.asList(scopes));
        }

        /** The scopes. */
        public Builder scopes(@Nullable Collection<String> scopes) {
            List<String> list = scopes == null ? null : new ArrayList<>(scopes);
            return scopes(list);
        }

        /** How long the access token is valid, rounded up to whole seconds. */
        public Builder accessTokenDuration(@Nullable Duration duration) {
            return accessTokenDuration(Times.seconds(duration));
        }

        /** How long the access token is valid, in seconds; 0 for the settings of service, scopes and client. */
        public Builder accessTokenDuration(long seconds) {
            return accessTokenDuration((Long) seconds);
        }

        /** How long the refresh token is valid, rounded up to whole seconds. */
        public Builder refreshTokenDuration(@Nullable Duration duration) {
            return refreshTokenDuration(Times.seconds(duration));
        }

        /** How long the refresh token is valid, in seconds; 0 for the settings of service, scopes and client. */
        public Builder refreshTokenDuration(long seconds) {
            return refreshTokenDuration((Long) seconds);
        }

        /** Properties to attach to the access token. */
        public Builder properties(Property... properties) {
            return properties(Arrays.asList(properties));
        }

        /** The resources it is for. */
        public Builder resources(URI... resources) {
            return resources(Arrays.asList(resources));
        }

        /** When the user was authenticated, in seconds since the epoch. */
        public Builder authTime(long authTime) {
            return authTime((Long) authTime);
        }
    }
}
