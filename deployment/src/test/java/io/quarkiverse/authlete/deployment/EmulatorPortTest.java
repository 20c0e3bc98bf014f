package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The configured port is for one emulator; one that runs beside it takes a free port. */
class EmulatorPortTest {

    private static final List<DevService> SERVICES = List.of(new DevService("<default>", "1000", "token", false));

    @Test
    void withoutConfigurationItIsFree() {
        assertThat(factory(Map.of()).create(SERVICES, true, Optional.empty()).port()).isZero();
    }

    @Test
    void isTheConfiguredOne() {
        assertThat(factory(Map.of("quarkus.authlete.devservices.port", "8089")).create(SERVICES, true, Optional.empty()).port())
                .isEqualTo(8089);
    }

    @Test
    void besideDevModeItIsFree() {
        assertThat(
                factory(Map.of("quarkus.authlete.devservices.port", "8089")).create(SERVICES, false, Optional.empty()).port())
                .isZero();
    }

    private static EmulatorConfigFactory factory(Map<String, String> properties) {
        return new EmulatorConfigFactory(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AuthleteBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build().getConfigMapping(AuthleteBuildTimeConfig.class).devservices());
    }
}
