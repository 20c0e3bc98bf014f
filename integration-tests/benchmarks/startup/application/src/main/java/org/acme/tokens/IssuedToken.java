package org.acme.tokens;

import java.util.List;

/** A token as the application hands it out. */
public record IssuedToken(String value, long expiresIn, List<String> scopes) {

    @Override
    public String toString() {
        return "IssuedToken[expiresIn=" + expiresIn + ", scopes=" + scopes + "]";
    }
}
