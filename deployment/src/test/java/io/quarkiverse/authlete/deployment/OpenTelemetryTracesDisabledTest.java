package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.runtime.observation.CallObserver;
import io.quarkus.arc.Arc;

/** With tracing disabled for the whole application, nothing of it is in the client. */
class OpenTelemetryTracesDisabledTest {

    @RegisterExtension
    static final TestApplication APPLICATION = Spans.configure(AuthleteStub.configure(new TestApplication()))
            .withApplicationRoot(jar -> jar.addClasses(AuthleteStub.class, Spans.class))
            .overrideConfigKey("quarkus.otel.traces.enabled", "false");

    @Inject
    TokenOperations tokens;

    @Test
    void nothingTracesCalls() {
        AuthleteStub.get().reset().answer(204, "text/plain", "");

        tokens.delete("secret-value");

        assertThat(AuthleteStub.get().onlyRequest().containsHeader("traceparent")).isFalse();
        assertThat(Arc.container().select(CallObserver.class)).map(CallObserver::getClass).map(Class::getSimpleName)
                .isNotEmpty().doesNotContain("CallTracing");
    }
}
