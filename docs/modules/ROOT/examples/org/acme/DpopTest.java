package org.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;

import jakarta.inject.Inject;

import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The DPoP key of credentials.adoc, with the settings of the emulator that stand there. */
@QuarkusTest
@TestProfile(DpopTest.DpopConfiguration.class)
class DpopTest {

    @Inject
    @AuthleteServiceName("vault")
    TokenOperations withKey;

    @Inject
    TokenOperations withoutKey;

    @Test
    void onlyTheServiceWithAKeyGetsThrough() {
        assertThat(withKey.list(TokenListRequest.all()).totalCount()).isZero();

        AuthleteException e = catchThrowableOfType(AuthleteException.class, () -> withoutKey.list(TokenListRequest.all()));
        assertThat(e.status()).isEqualTo(401);
    }

    public static class DpopConfiguration implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of("quarkus.authlete.\"vault\".dpop.jwk", NewDpopKey.create(),
                        "quarkus.authlete.devservices.dpop", "required",
                        "quarkus.authlete.devservices.dpop-nonce", "true");
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
