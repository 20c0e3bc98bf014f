package org.acme.tokens;

import java.util.List;

/** A token to issue. */
public record NewToken(long clientId, String subject, List<String> scopes) {
}
