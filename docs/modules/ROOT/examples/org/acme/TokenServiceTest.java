package org.acme;

// Of a new project, which has no AssertJ.
// tag::test[]
import static org.junit.jupiter.api.Assertions.assertEquals;

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

        assertEquals(2, service.signOutEverywhere("jane"));
    }
}
// end::test[]
