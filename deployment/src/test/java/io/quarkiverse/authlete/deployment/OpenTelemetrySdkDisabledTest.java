package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;

/** With OpenTelemetry disabled at run time, calls are made as ever. */
class OpenTelemetrySdkDisabledTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Spans.configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Spans.class))
            .overrideRuntimeConfigKey("quarkus.otel.sdk.disabled", "true");

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
