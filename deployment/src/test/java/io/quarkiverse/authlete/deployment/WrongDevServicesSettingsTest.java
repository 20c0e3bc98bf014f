package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.authlete.deployment.devservice.EmulatorConfig;
import io.quarkiverse.authlete.deployment.devservice.GrantType;
import io.quarkiverse.authlete.deployment.devservice.ScopeAttributes;
import io.quarkiverse.authlete.deployment.devservice.ServiceSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What is wrong in the settings of the emulator is told with the property. */
class WrongDevServicesSettingsTest {

    @ParameterizedTest
    @CsvSource({
            "port, -1, must be between 0 and 65535",
            "port, 65536, must be between 0 and 65535",
            "latency, -1S, must not be negative",
            "rate-limit, 0, must be positive",
            "clients, 0, must be positive numbers",
            "locked-clients, -1, must be positive numbers",
            "max-page-size, 0, must be positive",
            "grant-types, REFRESH_TOKEN, must have a grant type besides refresh-token",
            "'scope-attributes.\"read\".access-token-duration', 0S, must be at least a second",
            "'scope-attributes.\"read\".refresh-token-duration', 999MS, must be at least a second",
            "access-token-duration, 0S, must be at least a second",
            "refresh-token-duration, 999MS, must be at least a second" })
    void isToldWithItsProperty(String key, String value, String message) {
        String property = "quarkus.authlete.devservices." + key;

        assertThatThrownBy(() -> create(Map.of(property, value)))
                .isInstanceOf(ConfigurationException.class).hasMessage(property + " " + message);
    }

    @Test
    void attributesAreOfASupportedScope() {
        String prefix = "quarkus.authlete.devservices.";

        assertThatThrownBy(() -> create(Map.of(prefix + "scopes", "write",
                prefix + "scope-attributes.\"read\".access-token-duration", "1S")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(prefix + "scope-attributes.\"read\" must be of a scope that is in " + prefix + "scopes");
    }

    @Test
    void rightOnesReachTheService() {
        String prefix = "quarkus.authlete.devservices.";

        ServiceSettings service = create(Map.of(prefix + "locked-clients", "7", prefix + "max-page-size", "30",
                prefix + "grant-types", "AUTHORIZATION_CODE,refresh-token",
                prefix + "scope-attributes.\"https://a.b/read\".access-token-duration", "5M",
                prefix + "scope-attributes.write.refresh-token-duration", "6M")).services().get(0);

        assertThat(service.lockedClients()).containsExactly(7L);
        assertThat(service.maxPageSize()).isEqualTo(30);
        assertThat(service.grantTypes()).containsExactlyInAnyOrder(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
        assertThat(service.scopeAttributes()).containsOnly(
                Map.entry("https://a.b/read", new ScopeAttributes(Optional.of(Duration.ofMinutes(5)), Optional.empty())),
                Map.entry("write", new ScopeAttributes(Optional.empty(), Optional.of(Duration.ofMinutes(6)))));
        assertThat(create(Map.of()).services().get(0)).isEqualTo(ServiceSettings.of("1000", "token"));
    }

    private static EmulatorConfig create(Map<String, String> properties) {
        AuthleteBuildTimeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AuthleteBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build().getConfigMapping(AuthleteBuildTimeConfig.class);
        return new EmulatorConfigFactory(config.devservices())
                .create(List.of(new DevService("<default>", "1000", "token", false)), true, Optional.empty());
    }
}
