package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.GrantType;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.quarkiverse.authlete.model.TokenRevokeRequest;
import io.quarkiverse.authlete.model.TokenUpdateRequest;

/** The emulator can demand proofs and nonces, and checks them. */
class DpopWithEmulatorTest {

    @RegisterExtension
    static final TestApplication APPLICATION = new TestApplication()
            .withApplicationRoot(jar -> jar.addClass(TestKeys.class))
            .overrideConfigKey("quarkus.authlete.devservices.dpop", "required")
            .overrideConfigKey("quarkus.authlete.devservices.dpop-nonce", "true")
            .overrideRuntimeConfigKey("quarkus.authlete.dpop.jwk", TestKeys.ec(256))
            // The same service of Authlete, and the same API token.
            .overrideConfigKey("quarkus.authlete.thief.service-id", "1000")
            .overrideConfigKey("quarkus.authlete.thief.service-access-token", "emulator-1000")
            .overrideRuntimeConfigKey("quarkus.authlete.\"thief\".dpop.jwk", TestKeys.ec(256));

    @Inject
    TokenOperations tokens;

    @Inject
    @AuthleteServiceName("thief")
    TokenOperations thief;

    @Inject
    @AuthleteServiceName("bearer")
    TokenOperations bearer;

    @Test
    void allOperationsPassAndTheApiTokenIsBoundToTheKey() {
        TokenCreateResponse created = tokens.create(TokenCreateRequest.builder(GrantType.AUTHORIZATION_CODE).clientId(1L)
                .subject("john").accessToken("migrated/token?with%reserved#characters").build());
        tokens.update(TokenUpdateRequest.accessToken(created.accessToken()).scopes("a").build());
        assertThat(tokens.list(TokenListRequest.builder().subject("john").range(0, 10).build()).totalCount()).isEqualTo(1);
        tokens.delete(created.accessToken());
        assertThat(tokens.revoke(TokenRevokeRequest.subject("john")).count()).isZero();

        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> thief.list(TokenListRequest.all()));
        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure).hasMessageContaining("bound to the key that it first came with");
    }

    @Test
    void aBearerTokenIsRefused() {
        AuthleteException failure = catchThrowableOfType(AuthleteException.class, () -> bearer.list(TokenListRequest.all()));

        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure).hasMessageContaining("must come with a DPoP proof");
    }
}
