package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.Property;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkiverse.authlete.model.TokenStatus;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkiverse.authlete.model.TokenUpdateResponse;
import io.quarkus.test.junit.QuarkusTest;

/** The snippets of operations.adoc. */
@QuarkusTest
class OperationsTest {

    @Inject
    TokenOperations tokens;

    // tag::hand-out[]
    /** What the client application gets: the JWT, if the service issues such tokens. */
    static String toHandOut(TokenCreateResponse created) {
        return Objects.requireNonNullElse(created.jwtAccessToken(), created.accessToken());
    }
    // end::hand-out[]

    // tag::shorten[]
    /** @return whether the client gets other scopes when it refreshes the token */
    boolean shortenScopes(AccessToken token, List<String> scopes) {
        tokens.update(TokenUpdateRequest.accessTokenHash(token.accessTokenHash()).scopes(scopes).build());
        return token.refreshTokenHash() != null
                && (token.refreshTokenScopes() == null || !scopes.containsAll(token.refreshTokenScopes()));
    }
    // end::shorten[]

    @BeforeEach
    void revokeAllTokensOfJohn() {
        tokens.revoke(TokenRevokeRequest.subject("john"));
    }

    @Test
    void list() {
        createToken();
        // tag::list[]
        TokenListResponse page = tokens.list(TokenListRequest.builder()
                .clientIdentifier(26888344961664L)
                .subject("john")
                .tokenStatus(TokenStatus.VALID)
                .range(0, 20).build()); // the first 20, which are as many as a list may have
        // end::list[]
        assertThat(page.accessTokens()).hasSize(1);
    }

    @Test
    void create() {
        // tag::create[]
        TokenCreateResponse created = tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L)
                .subject("john")
                .scopes("history.read", "timeline.read")
                .build());
        String accessToken = created.accessToken();
        String refreshToken = created.refreshToken(); // null for IMPLICIT and CLIENT_CREDENTIALS
        // end::create[]
        assertThat(accessToken).isNotBlank();
        assertThat(refreshToken).isNotBlank();
    }

    @Test
    void createWithOptionalFields() {
        // tag::create-more[]
        TokenCreateRequest request = TokenCreateRequest.builder(GrantType.CLIENT_CREDENTIALS)
                .clientId(26888344961664L)
                .accessTokenDuration(Duration.ofMinutes(10))
                .properties(Property.of("plan", "gold"), Property.hidden("tenant", "4711"))
                .build();
        // end::create-more[]
        assertThat(tokens.create(request).accessTokenLifetime()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void update() {
        String accessToken = createToken().accessToken();
        // tag::update[]
        TokenUpdateResponse updated = tokens.update(TokenUpdateRequest.accessToken(accessToken)
                .scopes("history.read")
                .accessTokenExpiresAt(Instant.now().plus(1, ChronoUnit.HOURS))
                .build());
        // end::update[]
        assertThat(updated.scopes()).containsExactly("history.read");
        // tag::update-empty[]
        tokens.update(TokenUpdateRequest.accessToken(accessToken).build()); // no scopes in the request: they stay
        tokens.update(TokenUpdateRequest.accessToken(accessToken).scopes().build()); // empty: the token loses all
        // end::update-empty[]
        assertThat(tokens.update(TokenUpdateRequest.accessToken(accessToken).build()).scopes()).isEmpty();
    }

    @Test
    void updateValue() {
        String accessToken = createToken().accessToken();
        // tag::update-value[]
        String newValue = tokens.update(TokenUpdateRequest.accessToken(accessToken)
                .accessTokenValueUpdated(true)
                .build()).accessToken();
        // end::update-value[]
        assertThat(newValue).isNotBlank().isNotEqualTo(accessToken);
    }

    @Test
    void theJwtIsHandedOutIfThereIsOne() {
        assertThat(toHandOut(TokenCreateResponse.builder().accessToken("random").jwtAccessToken("header.payload.signature")
                .build())).isEqualTo("header.payload.signature");

        TokenCreateResponse created = createToken();
        assertThat(toHandOut(created)).isEqualTo(created.accessToken());
    }

    @Test
    void theRefreshTokenKeepsItsScopes() {
        createToken();

        assertThat(shortenScopes(onlyToken(), List.of("history.read"))).isTrue();

        assertThat(onlyToken().scopes()).containsExactly("history.read");
        assertThat(onlyToken().refreshTokenScopes()).containsExactlyInAnyOrder("history.read", "timeline.read");
    }

    @Test
    void withoutARefreshTokenTheScopesStayShort() {
        tokens.create(TokenCreateRequest.builder(GrantType.IMPLICIT).clientId(26888344961664L).subject("john")
                .scopes("history.read", "timeline.read").build());

        assertThat(shortenScopes(onlyToken(), List.of("history.read"))).isFalse();

        assertThat(onlyToken().scopes()).containsExactly("history.read");
    }

    @Test
    void revoke() {
        createToken();
        // tag::revoke[]
        TokenRevokeResponse revoked = tokens.revoke(TokenRevokeRequest.clientAndSubject(26888344961664L, "john"));
        long count = revoked.count();
        // end::revoke[]
        assertThat(count).isEqualTo(1);
    }

    @Test
    void delete() {
        String accessToken = createToken().accessToken();
        // tag::delete[]
        tokens.delete(accessToken); // or its hash, as the list shows it
        // end::delete[]
        assertThat(tokens.list(TokenListRequest.builder().subject("john").build()).totalCount()).isZero();
    }

    @Test
    void options() {
        TokenCreateRequest request = request();
        // tag::options[]
        RequestOptions options = RequestOptions.builder()
                .header("X-Request-Id", "4bf92f35")
                .serviceId(1000)
                .build();
        TokenCreateResponse created = tokens.create(request, options);
        // end::options[]
        assertThat(created.accessToken()).isNotBlank();
    }

    @Test
    void openValues() {
        // tag::open-values[]
        GrantType grantType = GrantType.of("NEW");
        boolean known = grantType.known(); // false
        // end::open-values[]
        assertThat(known).isFalse();
    }

    private AccessToken onlyToken() {
        List<AccessToken> all = tokens.list(TokenListRequest.builder().subject("john").build()).accessTokens();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private TokenCreateResponse createToken() {
        return tokens.create(request());
    }

    private static TokenCreateRequest request() {
        return TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE)
                .clientId(26888344961664L)
                .subject("john")
                .scopes("history.read", "timeline.read")
                .build();
    }
}
