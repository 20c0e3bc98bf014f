package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.UUID;

/**
 * A token that is about to be added, with the values that only its creator learns.
 *
 * @param refreshToken null if there is none
 */
record NewToken(CreateRequest request, StoredToken.Builder token, String accessToken, String refreshToken) {

    /** @throws RefusedException if a duration is too long */
    static NewToken of(CreateRequest request, ServiceSettings service, TokenValues values, long now) {
        String accessToken = request.accessToken().orElseGet(values::next);
        String refreshToken = request.grantType().issuesRefreshToken() ? request.refreshToken().orElseGet(values::next) : null;
        StoredToken.Builder token = new StoredToken.Builder(request.grantType(), request.clientId(), now)
                .tokenId(UUID.randomUUID())
                .accessTokenHash(TokenHash.ofValue(accessToken))
                .subject(request.subject())
                .scopes(request.scopes())
                .properties(request.properties())
                .authorizationDetails(request.authorizationDetails())
                .dpopBound(request.dpopBound())
                .forExternalAttachment(request.forExternalAttachment());
        if (!request.persistent()) {
            token.accessTokenExpiresAt(expiry(now, request.accessTokenDuration(), service.accessTokenDuration()));
        }
        if (refreshToken != null) {
            token.refreshToken(TokenHash.ofValue(refreshToken),
                    expiry(now, request.refreshTokenDuration(), service.refreshTokenDuration()), request.scopes());
        }
        return new NewToken(request, token, accessToken, refreshToken);
    }

    /** A duration of 0 leaves the decision to the service. */
    private static long expiry(long now, long seconds, Duration defaultDuration) {
        try {
            return Math.addExact(now, Math.multiplyExact(seconds == 0 ? defaultDuration.getSeconds() : seconds, 1000L));
        } catch (ArithmeticException e) {
            throw CreateRequest.badRequest(ResultCode.DURATION_INVALID, "The duration is too long.");
        }
    }

    /** Holds token values. */
    @Override
    public String toString() {
        return "NewToken[" + request + "]";
    }
}
