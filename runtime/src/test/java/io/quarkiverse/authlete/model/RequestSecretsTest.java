package io.quarkiverse.authlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link TokenRequest#secrets()} has what must not get into a message. */
class RequestSecretsTest {

    @Test
    void createHasTheChosenTokensAndTheSession() {
        assertThat(
                TokenCreateRequest.builder(GrantType.IMPLICIT).accessToken("a").refreshToken("r").sessionId("s").subject("john")
                        .clientIdentifier("client").build().secrets())
                .containsExactlyInAnyOrder("a", "r", "s");
    }

    @Test
    void batchHasThoseOfAllItsRequests() {
        TokenCreateRequest first = TokenCreateRequest.builder(GrantType.IMPLICIT).accessToken("a").refreshToken("r").build();
        TokenCreateRequest last = TokenCreateRequest.builder(GrantType.IMPLICIT).accessToken("a2").sessionId("s").build();
        assertThat(TokenBatchRequest.of(first, last).asDryRun().secrets()).containsExactlyInAnyOrder("a", "r", "a2", "s");
        assertThat(TokenBatchRequest.builder().build().secrets()).isEmpty();
    }

    @Test
    void updateHasTheTokensAndNotTheirHashes() {
        assertThat(
                TokenUpdateRequest.accessToken("a").refreshToken("r").accessTokenHash("ah").refreshTokenHash("rh").tokenId("id")
                        .build().secrets())
                .containsExactlyInAnyOrder("a", "r");
    }

    @Test
    void revokeHasTheIdentifiersThatMayBeTokens() {
        assertThat(TokenRevokeRequest.builder().accessTokenIdentifier("a").refreshTokenIdentifier("r")
                .clientIdentifier("client").subject("john").build().secrets()).containsExactlyInAnyOrder("a", "r");
    }

    @Test
    void listHasNone() {
        assertThat(TokenListRequest.builder().clientIdentifier("client").subject("john").build().secrets()).isEmpty();
    }

    @Test
    void absentAndBlankValuesAreNoSecrets() {
        assertThat(TokenRevokeRequest.client(1).secrets()).isEmpty();
        assertThat(TokenRevokeRequest.accessToken(" ").secrets()).isEmpty();
        assertThat(TokenRevokeRequest.builder().accessTokenIdentifier("same").refreshTokenIdentifier("same").build().secrets())
                .containsExactly("same");
    }
}
