package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenResult;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The results of reactive.adoc. */
@QuarkusTest
class ResultsTest {

    private static final Logger LOG = Logger.getLogger(ResultsTest.class);

    private static final TokenCreateRequest GOOD = TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject("ann")
            .build();
    private static final TokenCreateRequest REFUSED = TokenCreateRequest.builder(GrantType.of("NEW")).clientId(1)
            .subject("ann").build();
    private static final TokenCreateRequest INVALID = TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).build();

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    // tag::instanceof[]
    String issue(TokenCreateRequest request) {
        TokenResult<TokenCreateResponse> result = TokenResult.of(() -> tokens.create(request));
        if (result instanceof TokenResult.Failure<TokenCreateResponse> failed) {
            AuthleteException e = failed.exception();
            LOG.warnf("No token: %s, outcome %s", e.getMessage(), e.outcome());
            return null;
        }
        return result.orElseThrow().accessToken();
    }
    // end::instanceof[]

    // tag::reactive[]
    Uni<String> count(String subject) {
        return TokenResult.of(reactive.list(TokenListRequest.builder().subject(subject).range(0, 0).build()))
                .map(result -> result.map(TokenListResponse::totalCount)
                        .fold(count -> count + " tokens", failure -> "unknown: " + failure.outcome()));
    }
    // end::reactive[]

    @Test
    void fold() {
        TokenCreateRequest request = GOOD;
        // tag::fold[]
        String text = TokenResult.of(() -> tokens.create(request))
                .map(TokenCreateResponse::accessToken) // a failure stays as it is
                .fold(token -> "issued", failure -> "failed: " + failure.outcome());
        // end::fold[]
        assertThat(text).isEqualTo("issued");
    }

    @Test
    void nothingIsThrown() {
        assertThat(issue(GOOD)).isNotBlank();
        assertThat(issue(REFUSED)).isNull();
        assertThat(issue(INVALID)).isNull();
        assertThat(TokenResult.run(() -> tokens.delete(issue(GOOD))).isSuccess()).isTrue();
        assertThat(TokenResult.run(() -> tokens.delete("no-such-token")).isSuccess()).isFalse();
    }

    @Test
    void otherCalls() {
        String token = issue(GOOD);
        // tag::others[]
        TokenResult<List<AccessToken>> all = TokenResult.of(() -> tokens.stream(TokenListRequest.all()).toList());
        TokenResult<Void> deleted = TokenResult.run(() -> tokens.delete(token));
        // end::others[]
        assertThat(all.orElseThrow()).isNotEmpty();
        assertThat(deleted.isSuccess()).isTrue();
    }

    @Test
    void orElseThrow() {
        TokenResult<TokenCreateResponse> result = TokenResult.of(() -> tokens.create(REFUSED));
        assertThatThrownBy(result::orElseThrow).isInstanceOf(AuthleteActionException.class);
    }

    @Test
    void reactive() {
        assertThat(count("nobody").await().atMost(Duration.ofMinutes(1))).isEqualTo("0 tokens");
        assertThat(count(" ").await().atMost(Duration.ofMinutes(1))).isEqualTo("unknown: NOT_SENT");
    }
}
