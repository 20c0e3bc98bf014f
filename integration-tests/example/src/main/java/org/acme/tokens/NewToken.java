package org.acme.tokens;

import java.util.List;

/** A token to create. */
public record NewToken(String grantType, Long clientId, String subject, List<String> scopes) {

    public NewToken {
        scopes = scopes == null ? List.of() : scopes;
    }
}
