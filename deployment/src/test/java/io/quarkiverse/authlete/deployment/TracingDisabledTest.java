package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;

/** Without tracing of its own, a call has no spans at all: those of Vert.x would show the token in the URL. */
class TracingDisabledTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Spans.configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Spans.class))
            .overrideConfigKey("quarkus.authlete.tracing.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Inject
    Spans spans;

    @Test
    void aCallHasNoSpan() {
        AuthleteStub.get().reset().answer(204, "text/plain", "");

        tokens.delete("secret-value");

        assertThat(AuthleteStub.get().onlyRequest().containsHeader("traceparent")).isFalse();
        assertThat(spans.all()).isEmpty();
    }
}
