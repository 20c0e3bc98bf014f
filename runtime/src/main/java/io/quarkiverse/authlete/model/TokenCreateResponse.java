package io.quarkiverse.authlete.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A new access token: the answer of {@code POST /api/{serviceId}/auth/token/create}. The client returns it only if the
 * {@code action} is {@link ResponseAction#OK}; with any other action there is no token.
 *
 * @param resultCode Authlete's result code, such as {@code A109001}; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 * @param action whether a token was created; {@code null} if absent
 * @param accessToken the value of the access token; {@link #toString()} masks it. It names the token in other operations, also
 *        if there is a {@code jwtAccessToken}, whose {@code jti} it is.
 * @param refreshToken the value of the refresh token, masked likewise; {@code null} if there is none
 * @param tokenType the type of the access token, {@code Bearer} or {@code DPoP} for example; {@code null} if absent
 * @param expiresIn how long the access token is valid, in seconds; {@code null} if absent
 * @param expiresAt when the access token expires, in milliseconds since the epoch; {@code null} if absent
 * @param grantType the grant it was created for; {@code null} if absent
 * @param clientId the ID of the client; {@code null} if absent
 * @param clientIdentifier the identifier of the client; {@code null} if absent
 * @param subject the user; {@code null} if there is none
 * @param scopes the scopes of the access token, never {@code null}
 * @param refreshTokenScopes the scopes of the refresh token; {@code null} if the server does not tell them
 * @param properties the properties of the access token, never {@code null}
 * @param jwtAccessToken the access token as a JWT (RFC 9068), masked likewise, if the service issues such ones: the value to
 *        hand out in place of {@code accessToken}; else {@code null}
 * @param authorizationDetails what exactly it authorizes (RFC 9396); {@code null} if absent
 * @param forExternalAttachment whether it is for an external attachment (OpenID Connect for Identity Assurance)
 * @param tokenId the ID of the access token; {@code null} if absent
 * @param sessionId the ID of the user's authentication session, masked likewise; {@code null} if absent
 */
public record TokenCreateResponse(
        String resultCode,
        String resultMessage,
        ResponseAction action,
        String accessToken,
        String refreshToken,
        String tokenType,
        Long expiresIn,
        Long expiresAt,
        GrantType grantType,
        Long clientId,
        String clientIdentifier,
        String subject,
        List<String> scopes,
        List<String> refreshTokenScopes,
        List<Property> properties,
        String jwtAccessToken,
        AuthorizationDetails authorizationDetails,
        boolean forExternalAttachment,
        String tokenId,
        String sessionId) implements TokenResponse {

    public TokenCreateResponse {
        scopes = Lists.orEmpty(scopes);
        refreshTokenScopes = Lists.orNull(refreshTokenScopes);
        properties = Lists.orEmpty(properties);
    }

    /** @return when the access token expires; empty if {@link #expiresAt()} is absent or 0 */
    public Optional<Instant> accessTokenExpiry() {
        return Times.instant(expiresAt);
    }

    /** @return how long the access token is valid after its creation; empty if {@link #expiresIn()} is absent or 0 */
    public Optional<Duration> accessTokenLifetime() {
        return Times.duration(expiresIn);
    }

    /** Masks tokens and the session ID. */
    @Override
    public String toString() {
        return Text.of(TokenCreateResponse.class)
                .add("resultCode", Text.scrub(resultCode, accessToken, refreshToken, jwtAccessToken, sessionId))
                .add("resultMessage", Text.scrub(resultMessage, accessToken, refreshToken, jwtAccessToken, sessionId))
                .add("action", action)
                .secret("accessToken", accessToken)
                .secret("refreshToken", refreshToken)
                .add("tokenType", tokenType)
                .add("expiresIn", expiresIn)
                .add("expiresAt", expiresAt)
                .add("grantType", grantType)
                .add("clientId", clientId)
                .add("clientIdentifier", clientIdentifier)
                .add("subject", subject)
                .addUnlessEmpty("scopes", scopes)
                .add("refreshTokenScopes", refreshTokenScopes)
                .addUnlessEmpty("properties", properties)
                .secret("jwtAccessToken", jwtAccessToken)
                .add("authorizationDetails", authorizationDetails)
                .add("forExternalAttachment", forExternalAttachment)
                .add("tokenId", tokenId)
                .secret("sessionId", sessionId)
                .toString();
    }
}
