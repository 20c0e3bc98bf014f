package org.acme.tokens;

import java.time.Instant;
import java.util.List;

/** What to change of a token; what is {@code null} stays as it is. */
public record TokenChange(List<String> scopes, Instant expiresAt) {
}
