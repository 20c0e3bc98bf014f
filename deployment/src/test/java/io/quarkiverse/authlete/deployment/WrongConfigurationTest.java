package io.quarkiverse.authlete.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.runtime.config.AuthleteRuntimeConfig;
import io.quarkiverse.authlete.runtime.config.ServiceSettings;
import io.quarkiverse.authlete.runtime.config.ServiceSettingsReader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What is wrong in the configuration is told with the property and the service. */
class WrongConfigurationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "not a url                       | is not a URL",
            "authlete.example.com            | must begin with https://",
            "ftp://authlete.example.com      | must begin with https://",
            "https:///path                   | has no host",
            "https://user:pw@example.com     | must have no user, query or fragment",
            "https://example.com?x=1         | must have no user, query or fragment",
            "http://authlete.example.com     | is plain http to the host authlete.example.com",
            "http://127.example.com          | is plain http to the host 127.example.com" })
    void url(String url, String message) {
        assertThatThrownBy(() -> read("eu", Map.of("quarkus.authlete.\"eu\".url", url)))
                .hasMessageContaining("quarkus.authlete.\"eu\".url of the Authlete service 'eu' " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1", "http://[::1]:80/x", "https://example.com/a/b" })
    void aUrlToThisMachineMayBePlainHttp(String url) {
        assertThat(read("eu", Map.of("quarkus.authlete.\"eu\".url", url)).url()).hasToString(url);
    }

    @Test
    void plainHttpCanBeAllowed() {
        assertThat(read("eu", Map.of("quarkus.authlete.\"eu\".url", "http://authlete.internal",
                "quarkus.authlete.\"eu\".allow-plain-http", "true")).url()).hasToString("http://authlete.internal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "service-id              | a/..          | ",
            "service-id              | ..            | is not a service ID",
            "service-access-token    | two words     | must be visible ASCII characters without spaces",
            "connect-timeout         | 0S            | must be at least 1 ms",
            "read-timeout            | -1S           | must be at least 1 ms",
            "connection-ttl          | 500MS         | must be at least 1000 ms",
            "max-connections         | 0             | must be at least 1",
            "max-response-size       | 10            | must be at least 1K",
            "total-timeout           | 0S            | must be at least 1 ms",
            "connect-timeout         | 36526D        | must be at most 36525 days",
            "read-timeout            | 36526D        | must be at most 36525 days",
            "connection-ttl          | 36526D        | must be at most 36525 days",
            "total-timeout           | 36526D        | must be at most 36525 days",
            "attempt-timeout         | 36526D        | must be at most 36525 days",
            "retry.initial-interval  | 36526D        | must be at most 36525 days",
            "circuit-breaker.delay   | 36526D        | must be at most 36525 days",
            "rate-limit.window       | 36526D        | must be at most 36525 days",
            "operation.list.total-timeout| 36526D        | must be at most 36525 days",
            "attempt-timeout         | -1S           | must be at least 1 ms",
            "retry.max-retries       | -1            | must be at least 0",
            "retry.initial-interval  | -1S           | must be at least 0 ms",
            "retry.exponent          | 0.5           | must be from 1.0 to 1000.0",
            "retry.jitter            | NaN           | must be from 0.0 to 1.0",
            "retry.status-codes      | 200,500       | must be from 300 to 599",
            "circuit-breaker.failure-ratio            | 1.5  | must be from 0.0 to 1.0",
            "circuit-breaker.request-volume-threshold | 0    | must be at least 1",
            "circuit-breaker.success-threshold        | 0    | must be at least 1",
            "rate-limit.limit        | 0             | must be at least 1",
            "rate-limit.window       | 0S            | must be at least 1 ms",
            "bulkhead.limit          | 0             | must be at least 1",
            "operation.list.attempt-timeout           | 0S   | must be at least 1 ms",
            "operation.create.retry.max-retries       | -1   | must be at least 0",
            "user-agent              | caf\u00e9    | must consist of visible ASCII characters",
            "user-agent              | a\u0001b      | must consist of visible ASCII characters",
            "headers.tRANSFER-eNCODING | chunked    | is refused: The header tRANSFER-eNCODING is set by the client",
            "headers.Proxy-Authorization | x        | is refused: The header Proxy-Authorization is set by the client",
            "headers.X               | caf\u00e9    | is refused: The value of the header X must consist of",
            "headers.Authorization   | x             | is refused: The header Authorization is set by the client",
            "headers.X               | a\u0001b      | is refused: The value of the header X must consist of" })
    void otherProperties(String key, String value, String message) {
        Map<String, String> properties = Map.of("quarkus.authlete.eu.url", "https://example.com",
                "quarkus.authlete.eu." + key, value);
        if (message == null) {
            assertThat(read("eu", properties)).isNotNull();
        } else {
            assertThatThrownBy(() -> read("eu", properties)).hasMessageContaining(message).hasMessageContaining("'eu'")
                    .hasMessageContaining(key.startsWith("headers") ? "headers" : key);
        }
    }

    @ParameterizedTest
    @CsvSource({ "interval,0S,must be at least 1 ms", "timeout,0S,must be at least 1 ms",
            "failure-threshold,0,must be at least 1" })
    void readinessCheck(String key, String value, String message) {
        assertThatThrownBy(() -> read("eu", Map.of("quarkus.authlete.eu.region", "eu",
                "quarkus.authlete.health.active." + key, value)))
                .hasMessageContaining("quarkus.authlete.health.active." + key + " " + message);
    }

    @Test
    void anUnknownRegionIsToldWithThePossibleOnes() {
        assertThatThrownBy(() -> read("<default>", Map.of("quarkus.authlete.region", "mars")))
                .hasMessageContaining("quarkus.authlete.region").hasMessageContaining("us").hasMessageContaining("br");
    }

    @ParameterizedTest
    @CsvSource({ "us,https://us.authlete.com", "jp,https://jp.authlete.com", "eu,https://eu.authlete.com",
            "br,https://br.authlete.com" })
    void everyRegionHasItsUrl(String region, String url) {
        assertThat(read("<default>", Map.of("quarkus.authlete.region", region)).url()).hasToString(url);
    }

    @Test
    void aUrlWinsOverARegion() {
        assertThat(read("<default>", Map.of("quarkus.authlete.region", "us", "quarkus.authlete.url", "https://x.org")).url())
                .hasToString("https://x.org");
    }

    @Test
    void onlyTheDefaultServiceFallsBackToTheEnvironment() {
        Map<String, String> noToken = Map.of("quarkus.authlete.region", "us", "quarkus.authlete.service-id", "1",
                "quarkus.authlete.eu.region", "eu", "quarkus.authlete.eu.service-id", "2");
        Map<String, String> both = Map.of("AUTHLETE_BEARER", "bearer", "AUTHLETE_AUTHLETE", "other");

        assertThat(reader(noToken, both).read("<default>").apiToken()).isEqualTo("bearer");
        assertThat(reader(noToken, Map.of("AUTHLETE_AUTHLETE", "other")).read("<default>").apiToken()).isEqualTo("other");
        assertThat(reader(noToken, both).missing("eu").orElseThrow())
                .contains("quarkus.authlete.\"eu\".service-access-token");
    }

    @Test
    void settingsDoNotShowTheApiToken() {
        assertThat(read("eu", Map.of("quarkus.authlete.eu.region", "eu")).toString()).doesNotContain("the-token");
    }

    private static ServiceSettings read(String service, Map<String, String> properties) {
        Map<String, String> complete = new HashMap<>(Map.of(
                AuthleteRuntimeConfig.property(service, "service-id"), "1",
                AuthleteRuntimeConfig.property(service, "service-access-token"), "the-token"));
        properties.forEach((key, value) -> complete.put(key.replace(".eu.", ".\"eu\"."), value));
        return reader(complete, Map.of()).read(service);
    }

    private static ServiceSettingsReader reader(Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(environment);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AuthleteRuntimeConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
        return new ServiceSettingsReader(config.getConfigMapping(AuthleteRuntimeConfig.class), config, service -> false);
    }
}
