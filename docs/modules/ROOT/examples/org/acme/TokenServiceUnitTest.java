package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
// tag::unit[]
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeResponse;

class TokenServiceUnitTest {

    TokenOperations tokens = mock(TokenOperations.class);
    TokenService service = new TokenService();

    @BeforeEach
    void inject() {
        service.tokens = tokens;
    }

    @Test
    void theNewTokenIsReturned() {
        when(tokens.create(any())).thenReturn(TokenCreateResponse.builder()
                .action(ResponseAction.OK)
                .accessToken("new-token")
                .build());

        assertThat(service.issue("john")).isEqualTo("new-token");

        verify(tokens).create(argThat(request -> "john".equals(request.subject())));
    }
    // end::unit[]

    @Test
    void theRevokedTokensAreCounted() {
        when(tokens.revoke(any())).thenReturn(TokenRevokeResponse.builder().count(3).build());

        assertThat(service.signOutEverywhere("john")).isEqualTo(3);
    }
}
