package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.ResponseAction;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenRevokeResponse;
import io.quarkus.test.InjectMock;
import io.quarkus.test.junit.QuarkusTest;

/** The mock of testing.adoc. */
@QuarkusTest
class MockedTokensTest {

    // tag::mock[]
    @InjectMock
    TokenOperations tokens;

    @Inject
    TokenService service;

    @Test
    void signsOutEverywhere() {
        when(tokens.revoke(any(TokenRevokeRequest.class)))
                .thenReturn(TokenRevokeResponse.builder().count(3).build());

        assertThat(service.signOutEverywhere("jane")).isEqualTo(3);
    }
    // end::mock[]

    @Test
    void issues() {
        when(tokens.create(any(TokenCreateRequest.class)))
                .thenReturn(TokenCreateResponse.builder().action(ResponseAction.OK).accessToken("made-up").build());

        assertThat(service.issue("jane")).isEqualTo("made-up");
    }
}
