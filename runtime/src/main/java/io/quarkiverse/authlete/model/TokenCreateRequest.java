package io.quarkiverse.authlete.model;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Asks for a new access token: the body of {@code POST /api/{serviceId}/auth/token/create}. Made by
 * {@link #builder(GrantType)}. A field that is {@code null} is not sent.
 *
 * @param grantType the grant to create it for; required, and not {@link GrantType#REFRESH_TOKEN}
 * @param clientId the ID of the client; this or {@code clientIdentifier} is required
 * @param clientIdentifier the client in another way than by its ID, by its alias for example; sent as it is
 * @param subject the user, at most 100 ASCII characters; required, except for {@link GrantType#JWT_BEARER} and for
 *        {@link GrantType#CLIENT_CREDENTIALS}, which ignores it
 * @param scopes the scopes (RFC 6749, 3.3); one that the service does not support is an error
 * @param accessTokenDuration how long the access token is valid, in seconds; 0 for the settings of service, scopes and client
 * @param refreshTokenDuration how long the refresh token is valid, in seconds; 0 for the settings of service, scopes and client
 * @param properties properties to attach to the access token, see {@link Property}
 * @param clientIdAliasUsed whether to do as if the client had used its alias; at most one of this flag and the next two
 * @param clientEntityIdUsed whether to do as if the client had used its entity ID (OpenID Federation)
 * @param metadataDocumentUsed whether to do as if the client's metadata came from a client ID metadata document; Authlete
 *        3.0.22 or later
 * @param accessToken the value of the access token, if it is not for the server to choose; {@link #toString()} masks it
 * @param refreshToken the value of the refresh token, likewise; an error where there is none, for {@link GrantType#IMPLICIT}
 *        and {@link GrantType#CLIENT_CREDENTIALS} and if the service does not support the refresh grant
 * @param accessTokenPersistent whether the access token has no expiry time; its duration is then ignored. Unused for 90 days,
 *        it is deleted all the same.
 * @param certificateThumbprint the SHA-256 thumbprint, base64url, of the client certificate it is bound to (RFC 8705, 3)
 * @param dpopKeyThumbprint the thumbprint of the DPoP key it is bound to (RFC 9449, 6); makes its type {@code DPoP}
 * @param authorizationDetails what exactly it authorizes (RFC 9396)
 * @param resources the resources it is for, as absolute URIs in ASCII without a fragment (RFC 8707)
 * @param forExternalAttachment whether it is for an external attachment (OpenID Connect for Identity Assurance)
 * @param jwtAtClaims further claims for the JWT access token, as the text of a JSON object; only for services that issue such
 * @param acr how the user was authenticated: the authentication context class reference; ignored without a subject
 * @param authTime when the user was authenticated, in seconds since the epoch; ignored without a subject
 * @param sessionId the ID of the user's authentication session; {@link #toString()} masks it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenCreateRequest(
        GrantType grantType,
        Long clientId,
        String clientIdentifier,
        String subject,
        List<String> scopes,
        Long accessTokenDuration,
        Long refreshTokenDuration,
        List<Property> properties,
        Boolean clientIdAliasUsed,
        Boolean clientEntityIdUsed,
        Boolean metadataDocumentUsed,
        String accessToken,
        String refreshToken,
        Boolean accessTokenPersistent,
        String certificateThumbprint,
        String dpopKeyThumbprint,
        AuthorizationDetails authorizationDetails,
        List<URI> resources,
        Boolean forExternalAttachment,
        String jwtAtClaims,
        String acr,
        Long authTime,
        String sessionId) implements TokenRequest {

    public TokenCreateRequest {
        scopes = Lists.strict("scopes", scopes);
        properties = Lists.strict("properties", properties);
        resources = Lists.strict("resources", resources);
    }

    /**
     * @param grantType the grant to create the token for
     * @return a builder of a request for that grant
     */
    public static Builder builder(GrantType grantType) {
        return new Builder(grantType);
    }

    /** @return a builder that begins with what is in this request */
    public Builder toBuilder() {
        Builder builder = new Builder(grantType);
        builder.clientId = clientId;
        builder.clientIdentifier = clientIdentifier;
        builder.subject = subject;
        builder.scopes = scopes;
        builder.accessTokenDuration = accessTokenDuration;
        builder.refreshTokenDuration = refreshTokenDuration;
        builder.properties = properties;
        builder.clientIdAliasUsed = clientIdAliasUsed;
        builder.clientEntityIdUsed = clientEntityIdUsed;
        builder.metadataDocumentUsed = metadataDocumentUsed;
        builder.accessToken = accessToken;
        builder.refreshToken = refreshToken;
        builder.accessTokenPersistent = accessTokenPersistent;
        builder.certificateThumbprint = certificateThumbprint;
        builder.dpopKeyThumbprint = dpopKeyThumbprint;
        builder.authorizationDetails = authorizationDetails;
        builder.resources = resources;
        builder.forExternalAttachment = forExternalAttachment;
        builder.jwtAtClaims = jwtAtClaims;
        builder.acr = acr;
        builder.authTime = authTime;
        builder.sessionId = sessionId;
        return builder;
    }

    @Override
    @JsonIgnore
    public Set<String> secrets() {
        return Text.present(accessToken, refreshToken, sessionId);
    }

    /** Masks tokens and the session ID. */
    @Override
    public String toString() {
        return Text.of(TokenCreateRequest.class)
                .add("grantType", grantType)
                .add("clientId", clientId)
                .add("clientIdentifier", clientIdentifier)
                .add("subject", subject)
                .add("scopes", scopes)
                .add("accessTokenDuration", accessTokenDuration)
                .add("refreshTokenDuration", refreshTokenDuration)
                .add("properties", properties)
                .add("clientIdAliasUsed", clientIdAliasUsed)
                .add("clientEntityIdUsed", clientEntityIdUsed)
                .add("metadataDocumentUsed", metadataDocumentUsed)
                .secret("accessToken", accessToken)
                .secret("refreshToken", refreshToken)
                .add("accessTokenPersistent", accessTokenPersistent)
                .add("certificateThumbprint", certificateThumbprint)
                .add("dpopKeyThumbprint", dpopKeyThumbprint)
                .add("authorizationDetails", authorizationDetails)
                .add("resources", resources)
                .add("forExternalAttachment", forExternalAttachment)
                .add("jwtAtClaims", jwtAtClaims)
                .add("acr", acr)
                .add("authTime", authTime)
                .secret("sessionId", sessionId)
                .toString();
    }

    /** Builds a {@link TokenCreateRequest}, where the fields are described. A list replaces the one given before. */
    public static final class Builder {

        private final GrantType grantType;
        private Long clientId;
        private String clientIdentifier;
        private String subject;
        private List<String> scopes;
        private Long accessTokenDuration;
        private Long refreshTokenDuration;
        private List<Property> properties;
        private Boolean clientIdAliasUsed;
        private Boolean clientEntityIdUsed;
        private Boolean metadataDocumentUsed;
        private String accessToken;
        private String refreshToken;
        private Boolean accessTokenPersistent;
        private String certificateThumbprint;
        private String dpopKeyThumbprint;
        private AuthorizationDetails authorizationDetails;
        private List<URI> resources;
        private Boolean forExternalAttachment;
        private String jwtAtClaims;
        private String acr;
        private Long authTime;
        private String sessionId;

        private Builder(GrantType grantType) {
            this.grantType = grantType;
        }

        /** The ID of the client. */
        public Builder clientId(long clientId) {
            this.clientId = clientId;
            return this;
        }

        /** The client in another way than by its ID. */
        public Builder clientIdentifier(String clientIdentifier) {
            this.clientIdentifier = clientIdentifier;
            return this;
        }

        /** The user, at most 100 ASCII characters. */
        public Builder subject(String subject) {
            this.subject = subject;
            return this;
        }

        /** The scopes. */
        public Builder scopes(String... scopes) {
            return scopes(Arrays.asList(scopes));
        }

        /** The scopes. */
        public Builder scopes(Collection<String> scopes) {
            this.scopes = Lists.strict("scopes", scopes);
            return this;
        }

        /** How long the access token is valid, rounded up to whole seconds. */
        public Builder accessTokenDuration(Duration duration) {
            this.accessTokenDuration = Times.seconds(duration);
            return this;
        }

        /** How long the access token is valid, in seconds; 0 for the settings of service, scopes and client. */
        public Builder accessTokenDuration(long seconds) {
            this.accessTokenDuration = seconds;
            return this;
        }

        /** How long the refresh token is valid, rounded up to whole seconds. */
        public Builder refreshTokenDuration(Duration duration) {
            this.refreshTokenDuration = Times.seconds(duration);
            return this;
        }

        /** How long the refresh token is valid, in seconds; 0 for the settings of service, scopes and client. */
        public Builder refreshTokenDuration(long seconds) {
            this.refreshTokenDuration = seconds;
            return this;
        }

        /** Properties to attach to the access token. */
        public Builder properties(Property... properties) {
            return properties(Arrays.asList(properties));
        }

        /** Properties to attach to the access token. */
        public Builder properties(Collection<Property> properties) {
            this.properties = Lists.strict("properties", properties);
            return this;
        }

        /** Whether to do as if the client had used its alias. */
        public Builder clientIdAliasUsed(boolean clientIdAliasUsed) {
            this.clientIdAliasUsed = clientIdAliasUsed;
            return this;
        }

        /** Whether to do as if the client had used its entity ID. */
        public Builder clientEntityIdUsed(boolean clientEntityIdUsed) {
            this.clientEntityIdUsed = clientEntityIdUsed;
            return this;
        }

        /** Whether to do as if its metadata came from a client ID metadata document. */
        public Builder metadataDocumentUsed(boolean metadataDocumentUsed) {
            this.metadataDocumentUsed = metadataDocumentUsed;
            return this;
        }

        /** The value of the access token, if it is not for the server to choose. */
        public Builder accessToken(String accessToken) {
            this.accessToken = accessToken;
            return this;
        }

        /** The value of the refresh token, if it is not for the server to choose. */
        public Builder refreshToken(String refreshToken) {
            this.refreshToken = refreshToken;
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

        /** What exactly it authorizes. */
        public Builder authorizationDetails(AuthorizationDetails authorizationDetails) {
            this.authorizationDetails = authorizationDetails;
            return this;
        }

        /** The resources it is for. */
        public Builder resources(URI... resources) {
            return resources(Arrays.asList(resources));
        }

        /** The resources it is for. */
        public Builder resources(Collection<URI> resources) {
            this.resources = Lists.strict("resources", resources);
            return this;
        }

        /** Whether it is for an external attachment. */
        public Builder forExternalAttachment(boolean forExternalAttachment) {
            this.forExternalAttachment = forExternalAttachment;
            return this;
        }

        /** Further claims for the JWT access token, as the text of a JSON object. */
        public Builder jwtAtClaims(String jwtAtClaims) {
            this.jwtAtClaims = jwtAtClaims;
            return this;
        }

        /** How the user was authenticated. */
        public Builder acr(String acr) {
            this.acr = acr;
            return this;
        }

        /** When the user was authenticated, in seconds since the epoch. */
        public Builder authTime(long authTime) {
            this.authTime = authTime;
            return this;
        }

        /** The ID of the user's authentication session. */
        public Builder sessionId(String sessionId) {
            this.sessionId = sessionId;
            return this;
        }

        /** @return the request */
        public TokenCreateRequest build() {
            return new TokenCreateRequest(grantType, clientId, clientIdentifier, subject, scopes,
                    accessTokenDuration, refreshTokenDuration, properties, clientIdAliasUsed,
                    clientEntityIdUsed, metadataDocumentUsed, accessToken, refreshToken,
                    accessTokenPersistent, certificateThumbprint, dpopKeyThumbprint, authorizationDetails,
                    resources, forExternalAttachment, jwtAtClaims, acr, authTime, sessionId);
        }
    }
}
