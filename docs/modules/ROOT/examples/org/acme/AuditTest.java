package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.docs.IncidentsProfile;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The snippets of audit.adoc. */
@QuarkusTest
@TestProfile(IncidentsProfile.class)
class AuditTest {

    @Inject
    TokenOperations tokens;

    @Inject
    AuthleteEmulator emulator;

    @Inject
    AuditStore store;

    @Test
    void aCreateIsStoredAndHasTheCorrelationId() throws InterruptedException {
        emulator.reset();
        MDC.put("requestId", "r-17");
        try {
            tokens.create(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject("audited").build());
        } finally {
            MDC.remove("requestId");
        }

        assertThat(next("audited")).endsWith("null, CREATE, audited, done]");
        assertThat(emulator.requests()).singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("x-correlation-id", "r-17"));
    }

    /** The application has written more than this test has done. */
    private String next(String subject) throws InterruptedException {
        String stored = store.next();
        while (stored != null && !stored.contains(subject)) {
            stored = store.next();
        }
        return stored;
    }
}
