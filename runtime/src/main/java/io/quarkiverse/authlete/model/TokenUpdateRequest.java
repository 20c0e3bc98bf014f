package io.quarkiverse.authlete.model;

import java.time.Instant;
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
 * Asks to change an access token: the body of {@code POST /api/{serviceId}/auth/token/update}. Each of the static methods
 * begins a request that names the token in one way. A field that is {@code null} is not sent and changes nothing; an empty list
 * is sent and removes all that the token has. An update counts as use of the token: Authlete deletes tokens that were not used
 * for 90 days.
 *
 * @since 1.0.0
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(builder = TokenUpdateRequest.Builder.class)
public abstract non-sealed class TokenUpdateRequest implements TokenRequest {

    TokenUpdateRequest() {
    }

    /** Names the token by its value; wins over the other four. {@link #toString()} masks it. */
    @Value.Redacted
    public abstract @Nullable String accessToken();

    /** Names the token by its hash; wins over the next three. */
    public abstract @Nullable String accessTokenHash();

    /**
     * Names the token by the value of its refresh token; wins over the next two. Older servers may not know this parameter and
     * the next one, and answer as if no token were named.
     */
    @Value.Redacted
    public abstract @Nullable String refreshToken();

    /** Names the token by the hash of its refresh token; wins over {@code tokenId}. */
    public abstract @Nullable String refreshTokenHash();

    /** Names the token by its ID. */
    public abstract @Nullable String tokenId();

    /** When the access token is to expire, in milliseconds since the epoch; unchanged if 0 or negative. */
    public abstract @Nullable Long accessTokenExpiresAt();

    /** When the refresh token is to expire, in milliseconds since the epoch; unchanged if 0 or negative. */
    public abstract @Nullable Long refreshTokenExpiresAt();

    /** The new scopes; the server leaves out those that the service does not support or the client may not request. */
    public abstract @Nullable List<String> scopes();

    /** The new properties, see {@link Property}. */
    public abstract @Nullable List<Property> properties();

    /**
     * Whether a change of the scopes also renews the access token's expiry. It does only if the request neither sets that
     * expiry nor makes the token persistent, and one of the new scopes has the attribute {@code access_token.duration} in the
     * service; the shortest of these counts.
     */
    public abstract @Nullable Boolean accessTokenExpiresAtUpdatedOnScopeUpdate();

    /** The same for the refresh token's expiry and the attribute {@code refresh_token.duration}. */
    public abstract @Nullable Boolean refreshTokenExpiresAtUpdatedOnScopeUpdate();

    /** Whether the access token gets a new value, which the answer holds. */
    public abstract @Nullable Boolean accessTokenValueUpdated();

    /**
     * Whether the access token has no expiry time; {@code accessTokenExpiresAt} is then ignored. Authlete deletes it all the
     * same if it was not used for 90 days.
     */
    public abstract @Nullable Boolean accessTokenPersistent();

    /** The SHA-256 thumbprint, base64url, of the client certificate it is bound to (RFC 8705, 3). */
    public abstract @Nullable String certificateThumbprint();

    /** The thumbprint of the DPoP key it is bound to (RFC 9449, 6); makes its type {@code DPoP}. */
    public abstract @Nullable String dpopKeyThumbprint();

    /** What exactly it authorizes (RFC 9396), in place of all that it had. */
    public abstract @Nullable AuthorizationDetails authorizationDetails();

    /** Whether it is for an external attachment (OpenID Connect for Identity Assurance). */
    public abstract @Nullable Boolean forExternalAttachment();

    /**
     * @param value an access token
     * @return a builder of a request to change it
     */
    public static Builder accessToken(String value) {
        return new Builder().accessToken(value);
    }

    /**
     * @param hash the hash of an access token
     * @return a builder of a request to change this token
     */
    public static Builder accessTokenHash(String hash) {
        return new Builder().accessTokenHash(hash);
    }

    /**
     * @param value a refresh token
     * @return a builder of a request to change the access token it belongs to
     */
    public static Builder refreshToken(String value) {
        return new Builder().refreshToken(value);
    }

    /**
     * @param hash the hash of a refresh token
     * @return a builder of a request to change the access token it belongs to
     */
    public static Builder refreshTokenHash(String hash) {
        return new Builder().refreshTokenHash(hash);
    }

    /**
     * @param id the ID of an access token
     * @return a builder of a request to change this token
     */
    public static Builder tokenId(String id) {
        return new Builder().tokenId(id);
    }

    /** Whether the access token gets a new value; such a request must not be sent twice. */
    public boolean changesTokenValue() {
        return Boolean.TRUE.equals(accessTokenValueUpdated());
    }

    @Override
    public Set<String> secrets() {
        return Text.present(accessToken(), refreshToken());
    }

    /** @return a builder that begins with what is in this value */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds a {@link TokenUpdateRequest}. */
    public static final class Builder extends ImmutableTokenUpdateRequest.Builder {

        Builder() {
        }

        /** When the access token is to expire; an instant before 1970 changes nothing. */
        public Builder accessTokenExpiresAt(@Nullable Instant instant) {
            return accessTokenExpiresAt(Times.millis(instant));
        }

        /** When the access token is to expire, in milliseconds since the epoch; unchanged if 0 or negative. */
        public Builder accessTokenExpiresAt(long millis) {
            return accessTokenExpiresAt((Long) millis);
        }

        /** When the refresh token is to expire; an instant before 1970 changes nothing. */
        public Builder refreshTokenExpiresAt(@Nullable Instant instant) {
            return refreshTokenExpiresAt(Times.millis(instant));
        }

        /** When the refresh token is to expire, in milliseconds since the epoch; unchanged if 0 or negative. */
        public Builder refreshTokenExpiresAt(long millis) {
            return refreshTokenExpiresAt((Long) millis);
        }

        /** The new scopes; none to remove them all. */
        public Builder scopes(String... scopes) {
            return scopes(Arrays.asList(scopes));
        }

        /** The new scopes; none to remove them all. */
        public Builder scopes(@Nullable Collection<String> scopes) {
            List<String> list = scopes == null ? null : new ArrayList<>(scopes);
            return scopes(list);
        }

        /** The new properties; none to remove them all. */
        public Builder properties(Property... properties) {
            return properties(Arrays.asList(properties));
        }
    }
}
