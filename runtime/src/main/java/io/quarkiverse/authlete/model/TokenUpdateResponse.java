package io.quarkiverse.authlete.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access token after its change: the answer of {@code POST /api/{serviceId}/auth/token/update}. The client returns it only
 * if the {@code action} is {@link ResponseAction#OK}; with any other action nothing was changed.
 *
 * @param resultCode Authlete's result code, such as {@code A135001}; {@code null} if absent
 * @param resultMessage Authlete's result message; {@code null} if absent
 * @param action whether the token was changed; {@code null} if absent
 * @param accessToken the value of the access token, the new one if the request asked for one; {@link #toString()} masks it;
 *        {@code null} if absent. There is no JWT in this answer.
 * @param tokenType the type of the access token, {@code Bearer} or {@code DPoP} for example; {@code null} if absent
 * @param accessTokenExpiresAt when the access token expires, in milliseconds since the epoch; {@code null} if absent
 * @param refreshTokenExpiresAt when the refresh token expires, in milliseconds since the epoch; {@code null} if absent
 * @param scopes the scopes of the access token, never {@code null}
 * @param properties the properties of the access token, never {@code null}
 * @param authorizationDetails what exactly it authorizes (RFC 9396); {@code null} if absent
 * @param forExternalAttachment whether it is for an external attachment (OpenID Connect for Identity Assurance)
 * @param tokenId the ID of the access token; {@code null} if absent
 */
public record TokenUpdateResponse(
        String resultCode,
        String resultMessage,
        ResponseAction action,
        String accessToken,
        String tokenType,
        Long accessTokenExpiresAt,
        Long refreshTokenExpiresAt,
        List<String> scopes,
        List<Property> properties,
        AuthorizationDetails authorizationDetails,
        boolean forExternalAttachment,
        String tokenId) implements TokenResponse {

    public TokenUpdateResponse {
        scopes = Lists.orEmpty(scopes);
        properties = Lists.orEmpty(properties);
    }

    /** @return when the access token expires; empty if {@link #accessTokenExpiresAt()} is absent or 0 */
    public Optional<Instant> accessTokenExpiry() {
        return Times.instant(accessTokenExpiresAt);
    }

    /** @return when the refresh token expires; empty if {@link #refreshTokenExpiresAt()} is absent or 0 */
    public Optional<Instant> refreshTokenExpiry() {
        return Times.instant(refreshTokenExpiresAt);
    }

    /** Masks the access token. */
    @Override
    public String toString() {
        return Text.of(TokenUpdateResponse.class)
                .add("resultCode", Text.scrub(resultCode, accessToken))
                .add("resultMessage", Text.scrub(resultMessage, accessToken))
                .add("action", action)
                .secret("accessToken", accessToken)
                .add("tokenType", tokenType)
                .add("accessTokenExpiresAt", accessTokenExpiresAt)
                .add("refreshTokenExpiresAt", refreshTokenExpiresAt)
                .addUnlessEmpty("scopes", scopes)
                .addUnlessEmpty("properties", properties)
                .add("authorizationDetails", authorizationDetails)
                .add("forExternalAttachment", forExternalAttachment)
                .add("tokenId", tokenId)
                .toString();
    }
}
