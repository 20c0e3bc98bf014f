package io.quarkiverse.authlete.deployment.devservice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The SHA-256 of a token value, which is all that is kept of it. Four longs take half the memory of the text, and there are
 * two hashes per token.
 */
record TokenHash(long first, long second, long third, long fourth) {

    private static final int BYTES = 4 * Long.BYTES;
    private static final int TEXT_LENGTH = 43;

    static TokenHash ofValue(String tokenValue) {
        return ofBytes(sha256().digest(tokenValue.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash that is written like that, or none if no hash is. */
    static Optional<TokenHash> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            TokenHash hash = ofBytes(Base64.getUrlDecoder().decode(text));
            // The last character has two bits to spare, and only one way to write a hash may find it.
            return Optional.of(hash).filter(parsed -> parsed.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Unpadded base64url: the form in which the API shows hashes. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(BYTES).putLong(first).putLong(second).putLong(third).putLong(fourth).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static TokenHash ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new TokenHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
