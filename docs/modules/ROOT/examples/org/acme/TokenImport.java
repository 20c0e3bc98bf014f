package org.acme;

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

// tag::import[]
/** Takes over the tokens of the system before this one. May be run again, until nothing fails. */
@ApplicationScoped
public class TokenImport {

    private static final Logger LOG = Logger.getLogger(TokenImport.class);

    private final TokenOperations tokens;

    TokenImport(TokenOperations tokens) {
        this.tokens = tokens;
    }

    /** @return how many tokens could not be imported */
    public long run(Stream<OldToken> oldTokens) {
        BulkOptions options = BulkOptions.builder().progress(Duration.ofSeconds(30), this::report).build();
        Stream<TokenCreateRequest> requests = oldTokens.map(TokenImport::request);
        try (Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = tokens.bulk(options).createAll(requests)) {
            return results.filter(BulkResult::isFailure).peek(this::report).count();
        }
    }

    private static TokenCreateRequest request(OldToken token) {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(token.clientId())
                .subject(token.subject())
                .scopes(token.scopes().split(" "))
                .accessToken(token.value())
                .accessTokenDuration(Duration.between(Instant.now(), token.expiresAt()))
                .refreshToken(token.refreshToken())
                .refreshTokenDuration(Duration.between(Instant.now(), token.refreshTokenExpiresAt()))
                .build();
    }

    private void report(BulkProgress progress) {
        LOG.infof("%d imported, %d were there already, %d failed, %.0f per second", progress.succeeded(),
                progress.alreadyExisting(), progress.failed(), progress.perSecond());
    }

    private void report(BulkResult<TokenCreateRequest, TokenCreateResponse> failed) {
        LOG.warnf("The token of %s for client %d: %s", failed.item().subject(), failed.item().clientId(), failed);
    }

    /** A row of the old system. */
    public record OldToken(String value, String refreshToken, long clientId, String subject, String scopes, Instant expiresAt,
            Instant refreshTokenExpiresAt) {

        /** Leaves out the tokens. */
        @Override
        public String toString() {
            return "OldToken[clientId=" + clientId + ", subject=" + subject + "]";
        }
    }
}
// end::import[]
