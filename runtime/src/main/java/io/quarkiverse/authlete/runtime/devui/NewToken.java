package io.quarkiverse.authlete.runtime.devui;

import java.util.List;

import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.runtime.Fingerprint;

/**
 * A token with its value, which is never to be seen again.
 *
 * @param accessTokenHash {@code null} for a token of a real service: how that computes a hash is not public
 * @param expiresAt in milliseconds since the epoch
 */
public record NewToken(String accessToken, String accessTokenHash, String refreshToken, String jwtAccessToken, Long expiresAt,
        List<String> scopes) {

    static NewToken of(TokenCreateResponse created, boolean emulated) {
        String accessToken = created.accessToken();
        return new NewToken(accessToken, emulated ? Fingerprint.of(accessToken) : null,
                created.refreshToken(), created.jwtAccessToken(), created.expiresAt(), created.scopes());
    }

    /** Leaves out the values. */
    @Override
    public String toString() {
        return "NewToken[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}
