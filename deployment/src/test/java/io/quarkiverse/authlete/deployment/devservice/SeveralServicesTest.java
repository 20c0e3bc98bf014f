package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.response.Response;

class SeveralServicesTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(ServiceSettings.of("1", "one"), ServiceSettings.of("2", "two"),
            ServiceSettings.of("3", "two"));

    private Response call(String service, String apiToken, String path, Map<String, ?> body) {
        return given().header("Authorization", "Bearer " + apiToken).contentType("application/json").body(body)
                .post(emulator.url() + "/api/" + service + "/auth/token" + path);
    }

    private int count(String service, String apiToken) {
        return given().header("Authorization", "Bearer " + apiToken)
                .get(emulator.url() + "/api/" + service + "/auth/token/get/list").jsonPath().getInt("totalCount");
    }

    @Test
    void neverSeeOneAnothersTokens() {
        Map<String, ?> request = Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "john", "accessToken", "same");
        assertThat(call("1", "one", "/create", request).jsonPath().getString("action")).isEqualTo("OK");
        assertThat(count("1", "one")).isEqualTo(1);
        assertThat(count("2", "two")).isZero();
        assertThat(call("2", "two", "/update", Map.of("accessToken", "same")).jsonPath().getString("action"))
                .isEqualTo("NOT_FOUND");
        assertThat(call("2", "two", "/create", request).jsonPath().getString("action")).isEqualTo("OK");
        assertThat(call("2", "two", "/revoke", Map.of("subject", "john")).jsonPath().getInt("count")).isEqualTo(1);
        assertThat(count("1", "one")).isEqualTo(1);
    }

    @Test
    void tokenOfAnotherServiceIsForbidden() {
        Response response = call("1", "two", "/revoke", Map.of("subject", "john"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(ResultCode.SERVICE_FORBIDDEN.code());
    }

    @Test
    void mayShareAnApiToken() {
        assertThat(call("2", "two", "/revoke", Map.of("subject", "john")).statusCode()).isEqualTo(200);
        assertThat(call("3", "two", "/revoke", Map.of("subject", "john")).statusCode()).isEqualTo(200);
    }

    @Test
    void needDifferentIds() {
        assertThatThrownBy(() -> EmulatorConfig.of(ServiceSettings.of("1", "a"), ServiceSettings.of("1", "b")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 is configured twice");
    }

    @Test
    void keepTheirApiTokensOutOfLogs() {
        assertThat(EmulatorConfig.of(ServiceSettings.of("1", "secret")).toString()).doesNotContain("secret");
    }
}
