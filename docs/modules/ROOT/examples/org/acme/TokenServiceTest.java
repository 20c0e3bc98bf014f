package org.acme;

// tag::test[]
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TokenServiceTest {

    @Inject
    TokenService service;

    @Test
    void signingOutRevokesAllTokensOfTheUser() {
        service.issue("jane");
        service.issue("jane");

        assertThat(service.signOutEverywhere("jane")).isEqualTo(2);
    }
}
// end::test[]
