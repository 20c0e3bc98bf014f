package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.UUID;

/**
 * A token that is about to be added, with what only its creator learns.
 *
 * @param refreshToken null if there is none
 * @param expiresIn how many seconds the access token lives; 0 for a persistent one
 * @param expiresAt when exactly the access token expires; what is kept is rounded
 * @param jwt the access token as a JWT; null if the service issues none
 */
record IssuedToken(CreateRequest request, StoredToken.Builder token, String accessToken, String refreshToken, long expiresIn,
        long expiresAt, String jwt) {

    /** @throws RefusedException if a duration is too long */
    static IssuedToken of(CreateRequest request, ServiceSettings service, TokenValues values, long now) {
        String accessToken = request.accessToken().orElseGet(values::next);
        StoredToken.Builder token = new StoredToken.Builder(request.grantType(), request.clientId(), now)
                .tokenId(UUID.randomUUID())
                .accessTokenHash(TokenHash.ofValue(accessToken))
                .subject(request.subject())
                .scopes(request.scopes())
                .properties(request.properties())
                .authorizationDetails(request.authorizationDetails())
                .dpopBound(request.dpopBound())
                .forExternalAttachment(request.forExternalAttachment());
        long expiresIn = request.persistent() ? 0
                : seconds(request.accessTokenDuration(),
                        service.accessTokenDuration(request.scopes()).orElse(service.accessTokenDuration()));
        long expiresAt = request.persistent() ? 0 : after(now, expiresIn);
        token.accessTokenExpiresAt(expiresAt);
        String refreshToken = null;
        if (service.issuesRefreshToken(request.grantType())) {
            refreshToken = request.refreshToken().orElseGet(values::next);
            long seconds = seconds(request.refreshTokenDuration(),
                    service.refreshTokenDuration(request.scopes()).orElse(service.refreshTokenDuration()));
            token.refreshToken(TokenHash.ofValue(refreshToken), after(now, seconds), request.scopes());
        }
        String jwt = service.jwtAccessTokens() ? JwtAccessToken.of(request, accessToken, now, expiresAt) : null;
        return new IssuedToken(request, token, accessToken, refreshToken, expiresIn, expiresAt, jwt);
    }

    /** A duration of 0 leaves the decision to the scopes and the service. */
    private static long seconds(long requested, Duration defaultDuration) {
        return requested == 0 ? defaultDuration.getSeconds() : requested;
    }

    private static long after(long now, long seconds) {
        try {
            return Math.addExact(now, Math.multiplyExact(seconds, 1000L));
        } catch (ArithmeticException e) {
            throw CreateRules.badRequest(ResultCode.DURATION_INVALID, "The duration is too long.");
        }
    }

    /** Holds token values. */
    @Override
    public String toString() {
        return "IssuedToken[" + request + "]";
    }
}
