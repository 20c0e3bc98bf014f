package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.TokenServices;
import io.quarkiverse.authlete.model.TokenListRequest;

/** A client that is printed tells no secret. */
class ClientsInTextTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideRuntimeConfigKey("quarkus.authlete.headers.X-Gateway-Key", "secret-of-the-gateway");

    @Inject
    TokenOperations tokens;

    @Inject
    ReactiveTokenOperations reactive;

    @Inject
    TokenServices services;

    @Test
    void noClientTellsItsSecrets() {
        AuthleteStub.get().answerJson(200, AuthleteStub.CREATED);
        tokens.list(TokenListRequest.all());

        for (Object client : new Object[] { tokens, reactive, services, tokens.bulk(), reactive.bulk() }) {
            assertThat(client.toString()).isNotEmpty().doesNotContain(AuthleteStub.API_TOKEN, "secret-of-the-gateway");
        }
    }
}
