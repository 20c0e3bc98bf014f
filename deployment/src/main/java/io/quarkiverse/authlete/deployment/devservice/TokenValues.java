package io.quarkiverse.authlete.deployment.devservice;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the values of new tokens: 32 random bytes, 43 characters of base64url. */
final class TokenValues {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
