package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class ServiceNameCheckTest {

    @ParameterizedTest
    @ValueSource(strings = { "retry", "circuit-breaker", "rate-limit", "bulkhead", "operation", "headers", "dpop", "health",
            "devservices", "metrics", "tracing" })
    void groupsOfSettings(String name) {
        assertThatThrownBy(() -> ServiceNameCheck.check(name)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.authlete.\"" + name + "\".*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<default>", "eu", "my service", "a.b", "Retry", "eu-1", "url", "services" })
    void otherNames(String name) {
        assertThatCode(() -> ServiceNameCheck.check(name)).doesNotThrowAnyException();
    }
}
