package io.quarkiverse.authlete.deployment.devservice;

import java.util.List;
import java.util.Optional;

/**
 * A create request that has passed its {@linkplain CreateRules checks}. What no response shows again (resources, acr,
 * authTime, jwtAtClaims, the certificate thumbprint, the flags about client identifiers) is not kept.
 *
 * @param clientIdentifier as it was given, else the client ID as text
 * @param subject null if there is none
 */
record CreateRequest(GrantType grantType, String subject, List<String> scopes, long clientId, String clientIdentifier,
        long accessTokenDuration, long refreshTokenDuration, boolean persistent, Optional<String> accessToken,
        Optional<String> refreshToken, String properties, String authorizationDetails, boolean dpopBound,
        boolean forExternalAttachment, String sessionId) {

    /** Holds token values. */
    @Override
    public String toString() {
        return "CreateRequest[" + grantType + "]";
    }
}
