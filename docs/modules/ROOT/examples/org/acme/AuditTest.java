package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The snippets of audit.adoc. */
@QuarkusTest
@TestProfile(AuditTest.Enabled.class)
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
            tokens.create(TokenCreateRequest.builder(GrantType.PASSWORD).clientId(1).subject("john").build());
        } finally {
            MDC.remove("requestId");
        }

        assertThat(store.next()).endsWith("null, CREATE, john, done]");
        assertThat(emulator.requests()).singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("x-correlation-id", "r-17"));
    }

    public static class Enabled implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.authlete.audit.enabled", "true");
        }
    }
}
