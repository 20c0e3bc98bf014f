package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;

/** The spy of testing.adoc. */
@QuarkusTest
class SpiedTokensTest {

    // tag::spy[]
    @InjectSpy
    TokenOperations tokens;

    @Inject
    TokenService service;

    @Test
    void asksOnce() {
        service.issue("jane"); // issued by the emulator

        assertThat(service.signOutEverywhere("jane")).isPositive();
        verify(tokens, times(1)).revoke(TokenRevokeRequest.subject("jane"));
    }
    // end::spy[]

    @Test
    void fails() {
        doThrow(new IllegalStateException("made up")).when(tokens).revoke(any(TokenRevokeRequest.class));

        assertThatThrownBy(() -> service.signOutEverywhere("jane")).hasMessage("made up");
    }
}
