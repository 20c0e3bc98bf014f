package io.quarkiverse.authlete.runtime.devui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import io.quarkiverse.authlete.model.TokenCreateResponse;

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
        return new NewToken(accessToken, emulated && accessToken != null ? emulatedHash(accessToken) : null,
                created.refreshToken(), created.jwtAccessToken(), created.expiresAt(), created.scopes());
    }

    private static String emulatedHash(String token) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Leaves out the values. */
    @Override
    public String toString() {
        return "NewToken[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}
