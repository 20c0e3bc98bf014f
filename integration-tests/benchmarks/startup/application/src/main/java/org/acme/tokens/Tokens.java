package org.acme.tokens;

import java.util.List;

/** What the application needs of the API. The two clients that are compared implement it. */
public interface Tokens {

    IssuedToken issue(NewToken token);

    long count(String subject);

    List<String> changeScopes(String token, List<String> scopes);

    void delete(String token);

    long signOut(String subject);
}
