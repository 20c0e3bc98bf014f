package io.quarkiverse.authlete.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenBatchRequest;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

class RequestInfoTest {

    @Test
    void onlyCreatesAndAnUpdateOfTheTokenValueAreNotIdempotent() {
        assertThat(RequestInfo.of(TokenOperation.LIST, null).idempotent()).isTrue();
        assertThat(RequestInfo.delete("x").idempotent()).isTrue();
        assertThat(RequestInfo.of(TokenOperation.REVOKE, TokenRevokeRequest.subject("john")).idempotent()).isTrue();
        assertThat(RequestInfo.of(TokenOperation.UPDATE, TokenUpdateRequest.tokenId("t").build()).idempotent()).isTrue();
        assertThat(RequestInfo.of(TokenOperation.UPDATE, TokenUpdateRequest.tokenId("t").accessTokenValueUpdated(true).build())
                .idempotent()).isFalse();
        assertThat(RequestInfo.of(TokenOperation.CREATE, TokenCreateRequest.builder(GrantType.IMPLICIT).build()).idempotent())
                .isFalse();
        TokenBatchRequest batch = TokenBatchRequest.of(TokenCreateRequest.builder(GrantType.IMPLICIT).build());
        assertThat(RequestInfo.of(TokenOperation.CREATE_BATCH, batch).idempotent()).isFalse();
        assertThat(RequestInfo.of(TokenOperation.CREATE_BATCH, batch.asDryRun()).idempotent()).isFalse();
        assertThat(RequestInfo.batch(batch.requests()).idempotent()).isFalse();
        assertThat(RequestInfo.of(TokenOperation.BATCH_STATUS, null).idempotent()).isTrue();
    }

    @Test
    void theSecretsOfTheRequestAreKnownAndNotShown() {
        RequestInfo info = RequestInfo.of(TokenOperation.CREATE,
                TokenCreateRequest.builder(GrantType.IMPLICIT).accessToken("the-secret").build());

        assertThat(info.secrets()).containsExactly("the-secret");
        assertThat(info.toString()).doesNotContain("the-secret");
    }

    @Test
    void theSecretsOfAllRequestsOfABatchAreKnown() {
        TokenCreateRequest.Builder request = TokenCreateRequest.builder(GrantType.IMPLICIT);

        assertThat(RequestInfo.batch(Arrays.asList(request.accessToken("a").build(), null, request.refreshToken("r").build()))
                .secrets()).containsExactlyInAnyOrder("a", "r");
        assertThat(RequestInfo.batch(null).secrets()).isEmpty();
    }
}
