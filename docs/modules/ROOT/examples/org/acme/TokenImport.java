package org.acme;

// tag::import[]
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkProgress;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;

/** Takes over the tokens of the system before this one. May be run again, until nothing fails. */
@ApplicationScoped
public class TokenImport {

    private static final Logger LOG = Logger.getLogger(TokenImport.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1); // 0 would be the service's setting

    private final TokenOperations tokens;

    TokenImport(TokenOperations tokens) {
        this.tokens = tokens;
    }

    /** @return how many tokens could not be imported */
    public long run(Stream<OldToken> oldTokens) {
        BulkOptions options = BulkOptions.builder().progressInterval(Duration.ofSeconds(30)).progress(this::report).build();
        Stream<TokenCreateRequest> requests = oldTokens.filter(OldToken::isOfUse).map(TokenImport::request);
        try (Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = tokens.bulk(options).createAll(requests)) {
            return results.filter(BulkResult::isFailure).peek(this::report).count();
        }
    }

    private static TokenCreateRequest request(OldToken token) {
        TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(token.clientId())
                .subject(token.subject())
                .scopes(token.scopes().split(" "))
                .accessToken(token.value())
                .accessTokenDuration(remaining(token.expiresAt()));
        if (token.refreshToken() != null) {
            request.refreshToken(token.refreshToken())
                    .refreshTokenDuration(remaining(token.refreshTokenExpiresAt()));
        }
        return request.build();
    }

    /** An access token that has expired lives for another second, so that its refresh token can be taken over. */
    private static Duration remaining(Instant expiry) {
        Duration remaining = Duration.between(Instant.now(), expiry);
        return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    }

    private void report(BulkProgress progress) {
        LOG.infof("%d imported, %d were there already, %d failed, %.0f per second", progress.succeeded(),
                progress.alreadyExisting(), progress.failed(), progress.perSecond());
    }

    private void report(BulkResult<TokenCreateRequest, TokenCreateResponse> failed) {
        LOG.warnf("The token of %s for client %d: %s", failed.item().subject(), failed.item().clientId(), failed);
    }

    /** A row of the old system. The refresh token and its expiry may be {@code null}. */
    public record OldToken(String value, String refreshToken, long clientId, String subject, String scopes, Instant expiresAt,
            Instant refreshTokenExpiresAt) {

        /** The user stays signed in as long as one of the two is valid. */
        boolean isOfUse() {
            Instant now = Instant.now();
            return expiresAt.isAfter(now) || refreshToken != null && refreshTokenExpiresAt.isAfter(now);
        }

        /** Leaves out the tokens. */
        @Override
        public String toString() {
            return "OldToken[clientId=" + clientId + ", subject=" + subject + "]";
        }
    }
}
// end::import[]
