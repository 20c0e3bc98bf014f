package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** An application that does not use DPoP needs no JOSE library. */
class WithoutJoseLibraryTest {

    @RegisterExtension
    static final TestApplication APPLICATION = AuthleteStub.configure(new TestApplication())
            .withApplicationRoot(jar -> jar.addClass(AuthleteStub.class))
            .overrideConfigKey("quarkus.class-loading.removed-artifacts", "org.bitbucket.b_c:jose4j");

    @Inject
    TokenOperations tokens;

    @Test
    void callsGoOutWithABearerToken() {
        AuthleteStub stub = AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);

        tokens.list(TokenListRequest.all());

        assertThat(stub.onlyRequest().getHeader("Authorization")).isEqualTo("Bearer " + AuthleteStub.API_TOKEN);
        assertThatThrownBy(() -> Class.forName("org.jose4j.jws.JsonWebSignature")).isInstanceOf(ClassNotFoundException.class);
    }
}
