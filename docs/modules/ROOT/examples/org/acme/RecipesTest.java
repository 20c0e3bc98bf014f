package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;
import io.quarkus.test.junit.QuarkusTest;

/** The short snippets of recipes.adoc. */
@QuarkusTest
class RecipesTest {

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void noTokens() {
        emulator.reset();
    }

    // tag::count[]
    Long count(String subject) {
        return tokens.list(TokenListRequest.builder().subject(subject).range(0, 0).build()).totalCount();
    }
    // end::count[]

    // tag::hand-out[]
    /** What the client application gets. The JWT, if the service issues such tokens. */
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

    @Test
    void tokensAreCountedWithoutAnyBeingListed() {
        assertThat(count("john")).isZero();
        for (int i = 0; i < 25; i++) {
            emulator.addToken(request(GrantType.AUTHORIZATION_CODE));
        }

        assertThat(count("john")).isEqualTo(25);
        assertThat(emulator.requests(TokenOperation.LIST)).hasSize(2)
                .allSatisfy(request -> assertThat(request.query()).containsEntry("end", List.of("0")));
    }

    @Test
    void theJwtIsHandedOutIfThereIsOne() throws JsonProcessingException {
        assertThat(toHandOut(json.readValue("""
                {"action": "OK", "accessToken": "random", "jwtAccessToken": "header.payload.signature"}""",
                TokenCreateResponse.class))).isEqualTo("header.payload.signature");

        TokenCreateResponse created = tokens.create(request(GrantType.AUTHORIZATION_CODE));
        assertThat(toHandOut(created)).isEqualTo(created.accessToken());
    }

    @Test
    void theRefreshTokenKeepsItsScopes() {
        emulator.addToken(request(GrantType.AUTHORIZATION_CODE));

        assertThat(shortenScopes(onlyToken(), List.of("history.read"))).isTrue();

        assertThat(onlyToken().scopes()).containsExactly("history.read");
        assertThat(onlyToken().refreshTokenScopes()).containsExactlyInAnyOrder("history.read", "timeline.read");
    }

    @Test
    void withoutARefreshTokenTheScopesStayShort() {
        emulator.addToken(request(GrantType.IMPLICIT));

        assertThat(shortenScopes(onlyToken(), List.of("history.read"))).isFalse();

        assertThat(onlyToken().scopes()).containsExactly("history.read");
    }

    private AccessToken onlyToken() {
        List<AccessToken> all = tokens.list(TokenListRequest.all()).accessTokens();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static TokenCreateRequest request(GrantType grantType) {
        return TokenCreateRequest.builder(grantType).clientId(26888344961664L).subject("john")
                .scopes("history.read", "timeline.read").build();
    }
}
