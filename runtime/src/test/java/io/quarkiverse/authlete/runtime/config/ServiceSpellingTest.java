package io.quarkiverse.authlete.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.smallrye.config.SmallRyeConfig;

/** A service is one service, however many ways its properties spell it. */
class ServiceSpellingTest {

    private static final String NAME = "my-Europe.1";

    /** Each property of the service by each source, in each spelling. */
    static Stream<UnaryOperator<TestConfig>> spellings() {
        List<UnaryOperator<TestConfig>> urls = List.of(
                config -> config.file("quarkus.authlete.europe.url", "https://a.example"),
                config -> config.file("quarkus.authlete.\"europe\".url", "https://a.example"),
                config -> config.file("%prod.quarkus.authlete.europe.url", "https://a.example"),
                config -> config.file("%prod.quarkus.authlete.\"europe\".url", "https://a.example"),
                config -> config.commandLine("quarkus.authlete.europe.url", "https://a.example"),
                config -> config.commandLine("quarkus.authlete.\"europe\".url", "https://a.example"),
                config -> config.environment("QUARKUS_AUTHLETE_EUROPE_URL", "https://a.example"),
                config -> config.environment("QUARKUS_AUTHLETE__EUROPE__URL", "https://a.example"));
        List<UnaryOperator<TestConfig>> tokens = List.of(
                config -> config.file("quarkus.authlete.europe.service-access-token", "token"),
                config -> config.file("quarkus.authlete.\"europe\".service-access-token", "token"),
                config -> config.commandLine("quarkus.authlete.europe.service-access-token", "token"),
                config -> config.environment("QUARKUS_AUTHLETE_EUROPE_SERVICE_ACCESS_TOKEN", "token"),
                config -> config.environment("QUARKUS_AUTHLETE__EUROPE__SERVICE_ACCESS_TOKEN", "token"));
        List<UnaryOperator<TestConfig>> others = List.of(
                config -> config.file("quarkus.authlete.europe.service-id", "1")
                        .environment("QUARKUS_AUTHLETE_EUROPE_RETRY_MAX_RETRIES", "7"),
                config -> config.file("quarkus.authlete.\"europe\".service-id", "1")
                        .file("quarkus.authlete.europe.retry.max-retries", "7"),
                config -> config.environment("QUARKUS_AUTHLETE__EUROPE__SERVICE_ID", "1")
                        .environment("QUARKUS_AUTHLETE__EUROPE__RETRY_MAX_RETRIES", "7"));
        return urls.stream().flatMap(url -> tokens.stream().flatMap(token -> others.stream()
                .map(other -> config -> other.apply(token.apply(url.apply(config))))));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void isOneService(UnaryOperator<TestConfig> spelling) {
        for (TestConfig config : List.of(new TestConfig(), new TestConfig().injected("europe"))) {
            ServiceSettingsReader reader = spelling.apply(config).reader();

            assertThat(reader.configured()).containsExactly("europe");
            assertThat(reader.missing("europe")).isEmpty();
            ServiceSettings settings = reader.read("europe");
            assertThat(settings.url()).hasToString("https://a.example");
            assertThat(settings.apiToken()).isEqualTo("token");
            assertThat(settings.serviceId()).isEqualTo("1");
            assertThat(reader.config("europe").retry().maxRetries()).hasValue(7);
        }
    }

    @Test
    void anEnvironmentVariableIsForANameThatItCannotSpell() {
        TestConfig config = new TestConfig().injected(NAME)
                .environment("QUARKUS_AUTHLETE__MY_EUROPE_1__URL", "https://a.example")
                .environment("QUARKUS_AUTHLETE_MY_EUROPE_1_SERVICE_ID", "1")
                .environment("QUARKUS_AUTHLETE__MY_EUROPE_1__SERVICE_ACCESS_TOKEN", "token")
                .environment("QUARKUS_AUTHLETE__MY_EUROPE_1__OPERATION_LIST_TOTAL_TIMEOUT", "3s")
                .environment("QUARKUS_AUTHLETE__MY_EUROPE_1__MAX_CONNECTIONS", "5");

        ServiceSettings settings = config.reader().read(NAME);

        assertThat(settings.url()).hasToString("https://a.example");
        assertThat(settings.serviceId()).isEqualTo("1");
        assertThat(settings.apiToken()).isEqualTo("token");
        assertThat(settings.maxConnections()).isEqualTo(5);
    }

    @Test
    void theHigherSourceWins() {
        TestConfig config = new TestConfig()
                .file("quarkus.authlete.\"europe\".url", "https://file.example")
                .environment("QUARKUS_AUTHLETE_EUROPE_URL", "https://environment.example");
        assertThat(url(config)).isEqualTo("https://environment.example");

        assertThat(url(config.commandLine("quarkus.authlete.europe.url", "https://line.example")))
                .isEqualTo("https://line.example");
    }

    @Test
    void whatIsForAProfileWinsInASource() {
        assertThat(url(new TestConfig().file("quarkus.authlete.\"europe\".url", "https://any.example")
                .file("%prod.quarkus.authlete.europe.url", "https://prod.example"))).isEqualTo("https://prod.example");
        assertThat(url(new TestConfig().file("quarkus.authlete.europe.url", "https://any.example")
                .file("%prod.quarkus.authlete.\"europe\".url", "https://prod.example"))).isEqualTo("https://prod.example");
        assertThat(url(new TestConfig().file("quarkus.authlete.europe.url", "https://any.example")
                .file("%test.quarkus.authlete.\"europe\".url", "https://test.example"))).isEqualTo("https://any.example");
    }

    @Test
    void whoeverAsksForAPropertyMayUseEachSpelling() {
        SmallRyeConfig config = new TestConfig().environment("QUARKUS_AUTHLETE_EUROPE_URL", "https://a.example").build();

        assertThat(config.getValue("quarkus.authlete.europe.url", String.class)).isEqualTo("https://a.example");
        assertThat(config.getValue("quarkus.authlete.\"europe\".url", String.class)).isEqualTo("https://a.example");
    }

    @Test
    void groupsOfSettingsAndOtherPropertiesKeepTheirNames() {
        List<String> names = List.of("quarkus.authlete.retry.max-retries", "quarkus.authlete.operation.list.total-timeout",
                "quarkus.authlete.headers.X-Tenant", "quarkus.authlete.url", "quarkus.authlet.europe.url",
                "quarkus.authlete", "quarkus.authlete.devservices.port");
        TestConfig config = new TestConfig();
        names.forEach(name -> config.file(name, "2"));

        assertThat(StreamSupport.stream(config.raw().getPropertyNames().spliterator(), false)).containsAll(names);
    }

    private static String url(TestConfig config) {
        return config.reader().config("europe").url().orElseThrow();
    }
}
