package org.acme;

// tag::clean-up[]
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenStatus;

/** Removes what nobody can use any more, and signs nobody out. */
@ApplicationScoped
public class TokenCleanUp {

    private static final Duration MARGIN = Duration.ofDays(1); // more than two clocks differ

    private final TokenOperations tokens;

    TokenCleanUp(TokenOperations tokens) {
        this.tokens = tokens;
    }

    /** @return how many access tokens were removed, each with its refresh token */
    public long run() {
        Instant limit = Instant.now().minus(MARGIN);
        try (Stream<AccessToken> expired = tokens.stream(TokenListRequest.builder().tokenStatus(TokenStatus.INVALID).build())) {
            Stream<String> hashes = expired.filter(token -> isDead(token, limit)).map(AccessToken::accessTokenHash);
            return tokens.bulk().deleteAll(hashes).filter(BulkResult::isSuccess).count();
        }
    }

    private static boolean isDead(AccessToken token, Instant limit) {
        return isBefore(token.accessTokenExpiry(), limit)
                && (token.refreshTokenHash() == null || isBefore(token.refreshTokenExpiry(), limit));
    }

    /** A token without an expiry never expires. */
    private static boolean isBefore(Instant expiry, Instant limit) {
        return expiry != null && expiry.isBefore(limit);
    }
}
// end::clean-up[]
