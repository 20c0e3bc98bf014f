package io.quarkiverse.authlete.runtime.config;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;

/** Properties as an application has them, without an application. */
public final class TestConfig {

    private final Map<String, String> file = new HashMap<>();
    private final Map<String, String> commandLine = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> build = new HashMap<>();

    /** In {@code application.properties}. */
    public TestConfig file(String property, String value) {
        file.put(property, value);
        return this;
    }

    /** A system property. */
    public TestConfig commandLine(String property, String value) {
        commandLine.put(property, value);
        return this;
    }

    public TestConfig environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Recorded by the build, for a service that is injected. */
    public TestConfig injected(String service) {
        build.put(AuthleteRuntimeConfig.property(service, "allow-plain-http"), "false");
        return this;
    }

    public SmallRyeConfig build() {
        return builder().withMapping(AuthleteRuntimeConfig.class).build();
    }

    /** Without the check of {@link #build()} that all properties are known. */
    SmallRyeConfig raw() {
        return builder().build();
    }

    private SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .addDiscoveredConverters()
                .withProfile("prod")
                .withDefaultValues(build)
                .withSources(new PropertiesConfigSource(file, "application.properties", 250),
                        commandLine(),
                        new EnvConfigSource(environment, 300));
    }

    public ServiceSettingsReader reader() {
        SmallRyeConfig config = build();
        return new ServiceSettingsReader(config.getConfigMapping(AuthleteRuntimeConfig.class), config, service -> false);
    }

    private ConfigSource commandLine() {
        return new MapBackedConfigSource("SysPropConfigSource", commandLine, 400) {
        };
    }
}
