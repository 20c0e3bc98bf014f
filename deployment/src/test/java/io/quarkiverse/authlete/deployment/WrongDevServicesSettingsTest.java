package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "access-token-duration, 0S, must be at least a second",
            "refresh-token-duration, 999MS, must be at least a second" })
    void isToldWithItsProperty(String key, String value, String message) {
        String property = "quarkus.authlete.devservices." + key;
        AuthleteBuildTimeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AuthleteBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(Map.of(property, value), "test", 100))
                .build().getConfigMapping(AuthleteBuildTimeConfig.class);
        DevService service = new DevService("<default>", "1000", "token", false);

        assertThatThrownBy(() -> new EmulatorConfigFactory(config.devservices())
                .create(List.of(service), true, Optional.empty()))
                .isInstanceOf(ConfigurationException.class).hasMessage(property + " " + message);
    }
}
