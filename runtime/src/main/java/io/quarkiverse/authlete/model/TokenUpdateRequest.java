package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Asks to change an access token: the body of {@code POST /api/{serviceId}/auth/token/update}. Each of the static methods
 * begins a request for a token that is named in one way. A field that is {@code null} is not sent, and what it stands for is
 * not changed; an empty list is sent and empties what it stands for. An update counts as use of the
 * token: unused ones are deleted after 90 days.
 *
 * @param accessToken names the token by its value; wins over the other four. {@link #toString()} masks it.
 * @param accessTokenHash names the token by its hash; wins over the next three
 * @param refreshToken names the token by the value of its refresh token, masked likewise; wins over the next two. Older
 *        servers may not know this parameter and the next one, and answer as if no token were named.
 * @param refreshTokenHash names the token by the hash of its refresh token; wins over {@code tokenId}
 * @param tokenId names the token by its ID
 * @param accessTokenExpiresAt when the access token is to expire, in milliseconds since the epoch; unchanged if 0 or negative
 * @param refreshTokenExpiresAt when the refresh token is to expire, in milliseconds since the epoch; unchanged if 0 or negative
 * @param scopes the new scopes; the server leaves out those that the service does not support or the client may not request
 * @param properties the new properties, see {@link Property}
 * @param accessTokenExpiresAtUpdatedOnScopeUpdate whether a change of the scopes also renews the access token's expiry. It
 *        does only if the request neither sets that expiry nor makes the token persistent, and one of the new scopes has the
 *        attribute {@code access_token.duration} in the service; the shortest of these counts.
 * @param refreshTokenExpiresAtUpdatedOnScopeUpdate likewise for the refresh token's expiry and the attribute
 *        {@code refresh_token.duration}
 * @param accessTokenValueUpdated whether the access token gets a new value, which the answer holds
 * @param accessTokenPersistent whether the access token has no expiry time; {@code accessTokenExpiresAt} is then ignored.
 *        Unused for 90 days, it is deleted all the same.
 * @param certificateThumbprint the SHA-256 thumbprint, base64url, of the client certificate it is bound to (RFC 8705, 3)
 * @param dpopKeyThumbprint the thumbprint of the DPoP key it is bound to (RFC 9449, 6); makes its type {@code DPoP}
 * @param authorizationDetails what exactly it authorizes (RFC 9396), in place of all that it had
 * @param forExternalAttachment whether it is for an external attachment (OpenID Connect for Identity Assurance)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenUpdateRequest(
        String accessToken,
        String accessTokenHash,
        String refreshToken,
        String refreshTokenHash,
        String tokenId,
        Long accessTokenExpiresAt,
        Long refreshTokenExpiresAt,
        List<String> scopes,
        List<Property> properties,
        Boolean accessTokenExpiresAtUpdatedOnScopeUpdate,
        Boolean refreshTokenExpiresAtUpdatedOnScopeUpdate,
        Boolean accessTokenValueUpdated,
        Boolean accessTokenPersistent,
        String certificateThumbprint,
        String dpopKeyThumbprint,
        AuthorizationDetails authorizationDetails,
        Boolean forExternalAttachment) implements TokenRequest {

    public TokenUpdateRequest {
        scopes = Lists.strict("scopes", scopes);
        properties = Lists.strict("properties", properties);
    }

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

    /** @return a builder that begins with what is in this request */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.accessToken = accessToken;
        builder.accessTokenHash = accessTokenHash;
        builder.refreshToken = refreshToken;
        builder.refreshTokenHash = refreshTokenHash;
        builder.tokenId = tokenId;
        builder.accessTokenExpiresAt = accessTokenExpiresAt;
        builder.refreshTokenExpiresAt = refreshTokenExpiresAt;
        builder.scopes = scopes;
        builder.properties = properties;
        builder.accessTokenExpiresAtUpdatedOnScopeUpdate = accessTokenExpiresAtUpdatedOnScopeUpdate;
        builder.refreshTokenExpiresAtUpdatedOnScopeUpdate = refreshTokenExpiresAtUpdatedOnScopeUpdate;
        builder.accessTokenValueUpdated = accessTokenValueUpdated;
        builder.accessTokenPersistent = accessTokenPersistent;
        builder.certificateThumbprint = certificateThumbprint;
        builder.dpopKeyThumbprint = dpopKeyThumbprint;
        builder.authorizationDetails = authorizationDetails;
        builder.forExternalAttachment = forExternalAttachment;
        return builder;
    }

    /** @return whether the access token gets a new value; such a request must not be sent twice */
    @JsonIgnore
    public boolean changesTokenValue() {
        return Boolean.TRUE.equals(accessTokenValueUpdated);
    }

    @Override
    @JsonIgnore
    public Set<String> secrets() {
        return Text.present(accessToken, refreshToken);
    }

    /** Masks the tokens. */
    @Override
    public String toString() {
        return Text.of(TokenUpdateRequest.class)
                .secret("accessToken", accessToken)
                .add("accessTokenHash", accessTokenHash)
                .secret("refreshToken", refreshToken)
                .add("refreshTokenHash", refreshTokenHash)
                .add("tokenId", tokenId)
                .add("accessTokenExpiresAt", accessTokenExpiresAt)
                .add("refreshTokenExpiresAt", refreshTokenExpiresAt)
                .add("scopes", scopes)
                .add("properties", properties)
                .add("accessTokenExpiresAtUpdatedOnScopeUpdate", accessTokenExpiresAtUpdatedOnScopeUpdate)
                .add("refreshTokenExpiresAtUpdatedOnScopeUpdate", refreshTokenExpiresAtUpdatedOnScopeUpdate)
                .add("accessTokenValueUpdated", accessTokenValueUpdated)
                .add("accessTokenPersistent", accessTokenPersistent)
                .add("certificateThumbprint", certificateThumbprint)
                .add("dpopKeyThumbprint", dpopKeyThumbprint)
                .add("authorizationDetails", authorizationDetails)
                .add("forExternalAttachment", forExternalAttachment)
                .toString();
    }

    /** Builds a {@link TokenUpdateRequest}, where the fields are described. A list replaces the one given before. */
    public static final class Builder {

        private String accessToken;
        private String accessTokenHash;
        private String refreshToken;
        private String refreshTokenHash;
        private String tokenId;
        private Long accessTokenExpiresAt;
        private Long refreshTokenExpiresAt;
        private List<String> scopes;
        private List<Property> properties;
        private Boolean accessTokenExpiresAtUpdatedOnScopeUpdate;
        private Boolean refreshTokenExpiresAtUpdatedOnScopeUpdate;
        private Boolean accessTokenValueUpdated;
        private Boolean accessTokenPersistent;
        private String certificateThumbprint;
        private String dpopKeyThumbprint;
        private AuthorizationDetails authorizationDetails;
        private Boolean forExternalAttachment;

        private Builder() {
        }

        /** Names the token by its value. */
        public Builder accessToken(String accessToken) {
            this.accessToken = accessToken;
            return this;
        }

        /** Names the token by its hash. */
        public Builder accessTokenHash(String accessTokenHash) {
            this.accessTokenHash = accessTokenHash;
            return this;
        }

        /** Names the token by the value of its refresh token; older servers may not know this. */
        public Builder refreshToken(String refreshToken) {
            this.refreshToken = refreshToken;
            return this;
        }

        /** Names the token by the hash of its refresh token; older servers may not know this. */
        public Builder refreshTokenHash(String refreshTokenHash) {
            this.refreshTokenHash = refreshTokenHash;
            return this;
        }

        /** Names the token by its ID. */
        public Builder tokenId(String tokenId) {
            this.tokenId = tokenId;
            return this;
        }

        /** When the access token is to expire; an instant before 1970 changes nothing. */
        public Builder accessTokenExpiresAt(Instant instant) {
            this.accessTokenExpiresAt = Times.millis(instant);
            return this;
        }

        /** When the access token is to expire, in milliseconds since the epoch; unchanged if 0 or negative. */
        public Builder accessTokenExpiresAt(long millis) {
            this.accessTokenExpiresAt = millis;
            return this;
        }

        /** When the refresh token is to expire; an instant before 1970 changes nothing. */
        public Builder refreshTokenExpiresAt(Instant instant) {
            this.refreshTokenExpiresAt = Times.millis(instant);
            return this;
        }

        /** When the refresh token is to expire, in milliseconds since the epoch; unchanged if 0 or negative. */
        public Builder refreshTokenExpiresAt(long millis) {
            this.refreshTokenExpiresAt = millis;
            return this;
        }

        /** The new scopes; none to remove them all. */
        public Builder scopes(String... scopes) {
            return scopes(Arrays.asList(scopes));
        }

        /** The new scopes; none to remove them all. */
        public Builder scopes(Collection<String> scopes) {
            this.scopes = Lists.strict("scopes", scopes);
            return this;
        }

        /** The new properties; none to remove them all. */
        public Builder properties(Property... properties) {
            return properties(Arrays.asList(properties));
        }

        /** The new properties; none to remove them all. */
        public Builder properties(Collection<Property> properties) {
            this.properties = Lists.strict("properties", properties);
            return this;
        }

        /** Whether a change of the scopes also renews the access token's expiry; see the conditions at the record. */
        public Builder accessTokenExpiresAtUpdatedOnScopeUpdate(boolean accessTokenExpiresAtUpdatedOnScopeUpdate) {
            this.accessTokenExpiresAtUpdatedOnScopeUpdate = accessTokenExpiresAtUpdatedOnScopeUpdate;
            return this;
        }

        /** Whether a change of the scopes also renews the refresh token's expiry; see the conditions at the record. */
        public Builder refreshTokenExpiresAtUpdatedOnScopeUpdate(boolean refreshTokenExpiresAtUpdatedOnScopeUpdate) {
            this.refreshTokenExpiresAtUpdatedOnScopeUpdate = refreshTokenExpiresAtUpdatedOnScopeUpdate;
            return this;
        }

        /** Whether the access token gets a new value. */
        public Builder accessTokenValueUpdated(boolean accessTokenValueUpdated) {
            this.accessTokenValueUpdated = accessTokenValueUpdated;
            return this;
        }

        /** Whether the access token has no expiry time. */
        public Builder accessTokenPersistent(boolean accessTokenPersistent) {
            this.accessTokenPersistent = accessTokenPersistent;
            return this;
        }

        /** The thumbprint of the client certificate it is bound to. */
        public Builder certificateThumbprint(String certificateThumbprint) {
            this.certificateThumbprint = certificateThumbprint;
            return this;
        }

        /** The thumbprint of the DPoP key it is bound to. */
        public Builder dpopKeyThumbprint(String dpopKeyThumbprint) {
            this.dpopKeyThumbprint = dpopKeyThumbprint;
            return this;
        }

        /** What exactly it authorizes, in place of all that it had. */
        public Builder authorizationDetails(AuthorizationDetails authorizationDetails) {
            this.authorizationDetails = authorizationDetails;
            return this;
        }

        /** Whether it is for an external attachment. */
        public Builder forExternalAttachment(boolean forExternalAttachment) {
            this.forExternalAttachment = forExternalAttachment;
            return this;
        }

        /** @return the request */
        public TokenUpdateRequest build() {
            return new TokenUpdateRequest(accessToken, accessTokenHash, refreshToken, refreshTokenHash,
                    tokenId, accessTokenExpiresAt, refreshTokenExpiresAt, scopes, properties,
                    accessTokenExpiresAtUpdatedOnScopeUpdate, refreshTokenExpiresAtUpdatedOnScopeUpdate,
                    accessTokenValueUpdated, accessTokenPersistent, certificateThumbprint,
                    dpopKeyThumbprint, authorizationDetails, forExternalAttachment);
        }
    }
}
