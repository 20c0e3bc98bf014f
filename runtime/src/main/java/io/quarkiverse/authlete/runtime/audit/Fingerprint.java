package io.quarkiverse.authlete.runtime.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** Stands for a token value where it must not be told: in the form of Authlete's hashes, so that both can be compared. */
final class Fingerprint {

    private Fingerprint() {
    }

    static @Nullable String of(@Nullable String token) {
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
