package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceConfig;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.StringUtil;
import io.smallrye.config.WithParentName;

class ServiceNameCheckTest {

    @ParameterizedTest
    @MethodSource
    void groupsOfSettings(String name) {
        assertThatThrownBy(() -> ServiceNameCheck.check(name)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.authlete.\"" + name + "\".*");
    }

    /** All there are, so that a new one is not taken for a service. */
    static Stream<String> groupsOfSettings() {
        return Stream.of(ServiceConfig.class, AuthleteRuntimeConfig.class, AuthleteBuildTimeConfig.class)
                .flatMap(settings -> Stream.of(settings.getDeclaredMethods()))
                .filter(ServiceNameCheckTest::isGroup).map(Method::getName).map(StringUtil::hyphenate).distinct();
    }

    private static boolean isGroup(Method setting) {
        return setting.getReturnType().isAnnotationPresent(ConfigGroup.class)
                || setting.getReturnType() == Map.class && !setting.isAnnotationPresent(WithParentName.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<default>", "eu", "my service", "a.b", "Retry", "eu-1", "url", "services" })
    void otherNames(String name) {
        assertThatCode(() -> ServiceNameCheck.check(name)).doesNotThrowAnyException();
    }
}
