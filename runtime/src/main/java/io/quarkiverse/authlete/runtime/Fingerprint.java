package io.quarkiverse.authlete.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a token value where it must not be told: its SHA-256, base64url. Authlete's hashes have the same form, so that
 * both can be compared, and so has {@code ath} in a DPoP proof (RFC 9449, 4.2).
 */
public final class Fingerprint {

    private Fingerprint() {
    }

    public static @Nullable String of(@Nullable String token) {
        if (token == null) {
            return null;
        }
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
