package io.quarkiverse.authlete.runtime.config;

import static io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A blank value is no value, and spaces around one do not belong to it; what else is wrong is told with its source. */
class BlankPropertiesTest {

    private static final String TOKEN_RULE = "must be visible ASCII characters without spaces and line breaks";

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\n", "\t \r\n", "${NOT_SET:}", "${NOT_SET: }", " ${NOT_SET:}" })
    void blankIsUnset(String blank) {
        for (String service : new String[] { "<default>", "eu" }) {
            assertThat(reader(service, "url", blank).read(service).url()).hasToString("https://us.authlete.com");
            assertThat(reader(service, "region", blank).missing(service).orElseThrow()).contains(property(service, "region"));
            assertThat(reader(service, "service-id", blank).missing(service).orElseThrow())
                    .contains(property(service, "service-id"));
            assertThat(reader(service, "service-access-token", blank).missing(service).orElseThrow())
                    .contains(property(service, "service-access-token"));
            assertThat(reader(service, "tls-configuration-name", blank).read(service).tlsConfigurationName()).isNull();
            assertThat(reader(service, "proxy-configuration-name", blank).read(service).proxyConfigurationName()).isNull();
            assertThat(reader(service, "credentials-provider", blank).read(service).credentialsProvider()).isNull();
            assertThat(reader(service, "credentials-provider-name", blank).read(service).credentialsProviderName()).isNull();
            assertThat(reader(service, "user-agent", blank).read(service).userAgent()).isEqualTo("quarkus-authlete");
            assertThat(reader(service, "max-connections", blank).read(service).maxConnections()).isEqualTo(50);
            assertThat(reader(service, "connect-timeout", blank).read(service).connectTimeout()).hasSeconds(5);
            assertThat(reader(service, "max-response-size", blank).read(service).maxResponseSize()).isEqualTo(16 << 20);
            assertThat(reader(service, "allow-plain-http", blank).config(service).allowPlainHttp()).isFalse();
            assertThat(reader(service, "headers.X-Tenant", blank).read(service).headers()).isEmpty();
            assertThat(reader(service, "dpop.jwk", blank).config(service).dpop().jwk()).isEmpty();
            assertThat(reader(service, "retry.max-retries", blank).config(service).retry().maxRetries()).isEmpty();
            assertThat(reader(service, "retry.enabled", blank).config(service).retry().enabled()).isTrue();
            assertThat(reader(service, "rate-limit.window", blank).config(service).rateLimit().window())
                    .isEqualTo(Duration.ofSeconds(1));
            assertThat(reader(service, "operation.list.total-timeout", blank).config(service).operation().values())
                    .allMatch(operation -> operation.totalTimeout().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "audit.enabled", "health.down-when-circuit-open", "health.active.enabled",
            "health.active.interval", "health.active.timeout", "health.active.failure-threshold" })
    void whatIsForAllServicesIsRefused(String key) {
        for (String blank : new String[] { "", " ", "${NOT_SET:}" }) {
            TestConfig config = new TestConfig().file("quarkus.authlete." + key, blank);

            assertThatThrownBy(config::build).hasMessageContaining("quarkus.authlete." + key)
                    .hasMessageContaining("empty String");
        }
    }

    @Test
    void aBlankValueDoesNotHideWhatItStandsBefore() {
        TestConfig config = complete("eu").file("quarkus.authlete.eu.url", "https://example.com")
                .environment("QUARKUS_AUTHLETE_EU_URL", "");

        assertThat(config.reader().read("eu").url()).hasToString("https://us.authlete.com");
    }

    @ParameterizedTest
    @ValueSource(strings = { "max-connections", "connect-timeout", "user-agent", "headers.X" })
    void anUnknownVariableIsNoBlank(String key) {
        assertThatThrownBy(() -> reader("eu", key, "${NOT_SET}")).hasMessageContaining("NOT_SET")
                .hasMessageContaining("quarkus.authlete.\"eu\"." + key);
    }

    @Test
    void theReasonTellsOfTheBlankValue() {
        assertThat(reader("eu", "service-access-token", "${MY_TOKEN:}").missing("eu")).hasValue("The Authlete service 'eu'"
                + " is not configured: set quarkus.authlete.\"eu\".service-access-token. It is set to ${MY_TOKEN:}, which is"
                + " empty, by: PropertiesConfigSource[source=application.properties].");
        assertThat(reader("eu", "service-id", "${MY_ID}").missing("eu").orElseThrow())
                .endsWith(" It is set to ${MY_ID}, which is empty, by: PropertiesConfigSource[source=application.properties].");
        assertThat(complete("eu").environment("QUARKUS_AUTHLETE_EU_SERVICE_ID", " ").reader().missing("eu").orElseThrow())
                .endsWith(" It is set to nothing, by: environment variable.");
        assertThat(new TestConfig().reader().missing("<default>").orElseThrow()).endsWith("or quarkus.authlete.url.");
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = { "url, https://a.example\n", "url,https://a.example ",
            "service-id, 1", "service-id,1\t", "service-access-token,secret\n", "service-access-token,\tsecret ",
            "region, us ", "user-agent, me ", "headers.X, h ", "max-connections, 7 ", "connect-timeout, 2s\n" })
    void spacesAroundAValueDoNotBelongToIt(String key, String value) {
        ServiceSettings settings = reader("eu", key, value).read("eu");

        assertThat(settings.toString() + settings.apiToken() + settings.userAgent() + settings.headers())
                .matches("ServiceSettings\\[name=eu, url=https://\\S+, serviceId=1]secret\\S+\\{(X=h)?}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "service-access-token | \"secret\"     | has quotes around the API token: remove them",
            "service-access-token | 'secret'       | has quotes around the API token: remove them",
            "service-access-token | `sec\nret`     | " + TOKEN_RULE,
            "service-access-token | sec ret        | " + TOKEN_RULE,
            "service-access-token | secr\u00e9t    | " + TOKEN_RULE,
            "service-id           | 12 34          | is not a service ID: remove quotes, spaces and",
            "service-id           | \"1234\"       | is not a service ID: remove quotes, spaces and",
            "service-id           | `12\n34`       | is not a service ID: remove quotes, spaces and",
            "url                  | \"https://a\"  | is not a URL",
            "url                  | https://a b    | is not a URL",
            "user-agent           | `a\nb`         | must consist of visible ASCII characters",
            "max-connections      | 0              | must be at least 1",
            "retry.jitter         | 3              | must be from 0.0 to 1.0",
            "headers.X            | `a\nb`         | is refused: The value of the header X" })
    void whatIsWrongIsToldWithItsSource(String key, String value, String message) {
        assertThatThrownBy(() -> reader("eu", key, value).read("eu"))
                .hasMessageContaining(message)
                .hasMessageContaining("of the Authlete service 'eu'")
                .hasMessageEndingWith(" It is set by: PropertiesConfigSource[source=application.properties].")
                .hasMessageNotContainingAny("secret", "sec\nret", "sec ret");
        assertThatThrownBy(() -> complete("eu")
                .environment("QUARKUS_AUTHLETE_EU_" + key.toUpperCase().replaceAll("[.-]", "_"), value).injected("eu").reader()
                .read("eu"))
                .hasMessageEndingWith(" It is set by: environment variable.");
        assertThatThrownBy(() -> complete("eu").commandLine("quarkus.authlete.eu." + key, value).reader().read("eu"))
                .hasMessageEndingWith(" It is set by: system property.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "QUARKUS_AUTHLETE_EU_HEADERS_X_TENANT", "QUARKUS_AUTHLETE__EU__HEADERS_X_TENANT",
            "QUARKUS_AUTHLETE__EU__HEADERS__X_TENANT_" })
    void aVariableCannotNameAHeader(String variable) {
        assertThatThrownBy(() -> complete("eu").environment(variable, "acme").reader().read("eu"))
                .hasMessageContaining("of the Authlete service 'eu' is set by an environment variable");
        if (!variable.endsWith("_")) {
            assertThat(complete("eu").file("quarkus.authlete.eu.headers.X-Tenant", "${TENANT:}").environment(variable, "acme")
                    .reader().read("eu").headers()).isEqualTo(Map.of("X-Tenant", "acme"));
        }
        assertThat(complete("eu").environment("QUARKUS_AUTHLETE_EU_HEADERS_TENANT", "acme").reader().read("eu").headers())
                .isEqualTo(Map.of("tenant", "acme"));
        assertThat(complete("eu").file("quarkus.authlete.eu.headers.\"x.tenant\"", "acme").reader().read("eu").headers())
                .isEqualTo(Map.of("x.tenant", "acme"));
    }

    @Test
    void theVariableIsBlamedAndNotAPropertyThatNobodySet() {
        for (String variable : new String[] { "AUTHLETE_BEARER", "AUTHLETE_AUTHLETE" }) {
            assertThatThrownBy(() -> withoutToken().environment(variable, "two\nlines").reader().read("<default>"))
                    .hasMessage(variable + " of the Authlete service '<default>' " + TOKEN_RULE
                            + ". It is set by: environment variable.");
            assertThatThrownBy(() -> withoutToken().environment(variable, "'quoted'").reader().read("<default>"))
                    .hasMessageStartingWith(variable + " of the Authlete service '<default>' has quotes");
            assertThat(withoutToken().environment(variable, "secret\n").reader().read("<default>").apiToken())
                    .isEqualTo("secret");
            assertThat(withoutToken().environment(variable, " \n").reader().missing("<default>")).isPresent();
        }
    }

    @Test
    void theSettingsTellWhereTheTokenIsSet() {
        assertThat(complete("eu").reader().read("eu").apiTokenSource()).isEqualTo(
                "quarkus.authlete.\"eu\".service-access-token (PropertiesConfigSource[source=application.properties])");
        assertThat(withoutToken().environment("AUTHLETE_BEARER", "secret").reader().read("<default>").apiTokenSource())
                .isEqualTo("AUTHLETE_BEARER (environment variable)");
        assertThat(withoutToken().environment("QUARKUS_AUTHLETE_SERVICE_ACCESS_TOKEN", "secret").reader()
                .read("<default>").apiTokenSource())
                .isEqualTo("quarkus.authlete.service-access-token (environment variable)");
    }

    private static ServiceSettingsReader reader(String service, String key, String value) {
        return complete(service).file(property(service, key), value).reader();
    }

    private static TestConfig complete(String service) {
        return new TestConfig().file(property(service, "region"), "us").file(property(service, "service-id"), "1")
                .file(property(service, "service-access-token"), "secret");
    }

    private static TestConfig withoutToken() {
        return new TestConfig().file("quarkus.authlete.region", "us").file("quarkus.authlete.service-id", "1");
    }
}
