package org.acme.tokens;

/** Which tokens to revoke: one token, by value or hash, or all tokens of a subject. */
public record Revocation(String token, String subject) {
}
