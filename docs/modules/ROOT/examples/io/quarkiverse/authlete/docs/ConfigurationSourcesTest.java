package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;

/** The YAML, the variables and the manifests of deploying.adoc configure the services that they seem to configure. */
class ConfigurationSourcesTest {

    private static final Path PAGE = Path.of("modules/ROOT/pages/deploying.adoc");
    private static final Path MANIFESTS = Path.of("modules/ROOT/examples/org/acme/kubernetes.yaml");
    private static final Path REFERENCE = Path.of("modules/ROOT/pages/includes/quarkus-authlete.adoc");

    @Test
    void yaml() throws IOException {
        ServiceSettingsReader reader = reader(new YamlConfigSource("application.yaml", block("source,yaml,role=application")),
                new EnvConfigSource(Map.of("MY_SECRET", "one", "MY_EU_SECRET", "two"), 300));

        assertThat(reader.configured()).containsExactlyInAnyOrder("<default>", "europe");
        ServiceSettings service = reader.read("<default>");
        assertThat(service.url()).hasToString("https://us.authlete.com");
        assertThat(service.serviceId()).isEqualTo("21653835348762");
        assertThat(service.apiToken()).isEqualTo("one");
        assertThat(service.headers()).isEqualTo(Map.of("X-Tenant", "acme"));
        assertThat(reader.read("europe").url()).hasToString("https://eu.authlete.com");
        assertThat(reader.read("europe").apiToken()).isEqualTo("two");
    }

    @Test
    void environment() throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(block("source,properties,role=environment")));
        Map<String, String> variables = new HashMap<>();
        lines.stringPropertyNames().forEach(name -> variables.put(name, lines.getProperty(name)));

        ServiceSettingsReader reader = reader(new EnvConfigSource(variables, 300));

        assertThat(reader.configured()).containsExactlyInAnyOrder("<default>", "my-europe");
        ServiceSettings service = reader.read("<default>");
        assertThat(service.serviceId()).isEqualTo("21653835348762");
        assertThat(service.apiTokenSource()).isEqualTo("AUTHLETE_BEARER (environment variable)");
        assertThat(service.connectTimeout()).hasSeconds(2);
        assertThat(reader.config("<default>").operation().values()).singleElement()
                .satisfies(list -> assertThat(list.totalTimeout().orElseThrow()).hasSeconds(5));
        assertThat(reader.read("my-europe").url()).hasToString("https://eu.authlete.com");
        assertThat(reader.read("my-europe").serviceId()).isEqualTo("71938440012345");
        assertThat(reader.read("my-europe").apiToken()).isEqualTo("secret");
    }

    @Test
    void kubernetes() throws IOException {
        Map<String, String> variables = Manifests.variables(MANIFESTS);
        ServiceSettingsReader reader = reader(new EnvConfigSource(variables, 300));

        assertThat(reader.configured()).containsExactlyInAnyOrder("<default>", "europe");
        ServiceSettings service = reader.read("<default>");
        assertThat(service.url()).hasToString("https://us.authlete.com");
        assertThat(service.serviceId()).isEqualTo("21653835348762");
        assertThat(service.apiTokenSource()).isEqualTo("AUTHLETE_BEARER (environment variable)");
        assertThat(reader.config("<default>").rateLimit().limit()).hasValue(15);
        assertThat(reader.read("europe").url()).hasToString("https://eu.authlete.com");
        assertThat(reader.read("europe").apiToken()).isEqualTo("the-other-api-token");
        String reference = Files.readString(REFERENCE);
        assertThat(variables.keySet()).filteredOn(name -> name.startsWith("QUARKUS_AUTHLETE_"))
                .allSatisfy(name -> assertThat(reference)
                        .contains("`+++" + name.replaceAll("__[A-Z]+__", "_") + "+++`"));
    }

    @Test
    void theTimesOfTheDeploymentFitTogether() throws IOException {
        Manifests.Times times = Manifests.times(MANIFESTS);
        Duration total = DurationConverter.parseDuration(documentedDefault("quarkus.authlete.total-timeout"));
        Duration probe = DurationConverter.parseDuration(documentedDefault("quarkus.authlete.health.active.timeout"));

        assertThat(times.shutdown()).isGreaterThan(total);
        assertThat(times.grace()).isGreaterThan(times.preStop().plus(times.shutdown()));
        assertThat(times.readinessTimeout()).isGreaterThan(probe);
    }

    private static String documentedDefault(String property) throws IOException {
        return Pattern.compile("`\\+\\+\\+" + Pattern.quote(property) + "\\+\\+\\+`.*?^\\|`\\+\\+\\+([^+]+)\\+\\+\\+`",
                Pattern.MULTILINE | Pattern.DOTALL).matcher(Files.readString(REFERENCE)).results().findFirst().orElseThrow()
                .group(1);
    }

    private static String block(String kind) throws IOException {
        return Pattern.compile("^\\[" + kind + "]\\R----\\R(.*?)^----$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1);
    }

    private static ServiceSettingsReader reader(ConfigSource... sources) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .addDiscoveredConverters()
                .withProfile("prod")
                .withMapping(AuthleteRuntimeConfig.class)
                // What the build records for a service that is injected.
                .withDefaultValue(AuthleteRuntimeConfig.property("my-europe", "allow-plain-http"), "false")
                .withDefaultValue(AuthleteRuntimeConfig.property("europe", "allow-plain-http"), "false")
                .withSources(sources)
                .build();
        return new ServiceSettingsReader(config.getConfigMapping(AuthleteRuntimeConfig.class), config, service -> false);
    }
}
