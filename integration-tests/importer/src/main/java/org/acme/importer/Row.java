package org.acme.importer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A token of the other system. The refresh token and its expiry may be {@code null}; so may the subject, for
 * {@code CLIENT_CREDENTIALS}.
 */
@RegisterForReflection
@JsonIgnoreProperties(Failures.REASON)
record Row(String accessToken, Instant accessTokenExpiresAt, String refreshToken, Instant refreshTokenExpiresAt,
        String grantType, Long clientId, String subject, List<String> scopes) {

    /** 0 would be the setting of the service. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** @return what is missing; {@code null} if nothing is */
    String missing() {
        if (accessToken == null) {
            return "accessToken";
        }
        if (accessTokenExpiresAt == null) {
            return "accessTokenExpiresAt";
        }
        if (refreshToken != null && refreshTokenExpiresAt == null) {
            return "refreshTokenExpiresAt";
        }
        if (scopes != null && scopes.contains(null)) {
            return "a scope";
        }
        return grantType == null ? "grantType" : clientId == null ? "clientId" : null;
    }

    /** The user stays signed in as long as one of the two is valid. */
    boolean isOfUse(Instant now) {
        return accessTokenExpiresAt.isAfter(now) || refreshToken != null && refreshTokenExpiresAt.isAfter(now);
    }

    TokenCreateRequest request(Instant now) {
        TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.of(grantType))
                .clientId(clientId)
                .subject(subject)
                .accessToken(accessToken)
                .accessTokenDuration(remaining(now, accessTokenExpiresAt));
        if (scopes != null) {
            request.scopes(scopes);
        }
        if (refreshToken != null) {
            request.refreshToken(refreshToken).refreshTokenDuration(remaining(now, refreshTokenExpiresAt));
        }
        return request.build();
    }

    /** An access token that has expired lives for another second, so that its refresh token can be taken over. */
    private static Duration remaining(Instant now, Instant expiry) {
        Duration remaining = Duration.between(now, expiry);
        return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    }

    /** Leaves out the tokens. */
    @Override
    public String toString() {
        return "Row[clientId=" + clientId + ", subject=" + subject + "]";
    }
}
