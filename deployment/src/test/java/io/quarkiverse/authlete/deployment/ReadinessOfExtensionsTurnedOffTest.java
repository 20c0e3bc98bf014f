package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;

/** An application that wants no checks of extensions does not get this one. */
class ReadinessOfExtensionsTurnedOffTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Readiness.in(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Readiness.class))
            .overrideConfigKey("quarkus.smallrye-health.extensions.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Test
    void theCheckIsNotThere() {
        AuthleteStub.get().reset().answerJson(200, AuthleteStub.CREATED);
        tokens.list(TokenListRequest.all());

        assertThat(Readiness.ask().text()).doesNotContain("Authlete");
    }
}
