package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.JsonPath;
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
        assertThat(call("2", "two", "/create", request).jsonPath().getString("action")).isEqualTo("OK");
        assertThat(call("2", "two", "/revoke", Map.of("subject", "john")).jsonPath().getInt("count")).isEqualTo(1);
        assertThat(count("1", "one")).isEqualTo(1);
    }

    @Test
    void aTokenOfAnotherServiceIsToldFromAnUnknownOne() {
        JsonPath created = call("1", "one", "/create",
                Map.of("grantType", "PASSWORD", "clientId", 1, "subject", "john", "accessToken", "a", "refreshToken", "r"))
                .jsonPath();
        for (Map.Entry<String, String> name : Map.of("accessToken", "a", "accessTokenHash", RunningEmulator.hash("a"),
                "refreshToken", "r", "refreshTokenHash", RunningEmulator.hash("r"), "tokenId", created.getString("tokenId"))
                .entrySet()) {
            assertThat(call("2", "two", "/update", Map.of(name.getKey(), name.getValue())).jsonPath().getMap("$"))
                    .as(name.getKey()).containsEntry("action", "FORBIDDEN").containsEntry("resultCode", "A134203");
        }
        for (String identifier : List.of("a", RunningEmulator.hash("a"), "r", RunningEmulator.hash("r"))) {
            delete("2", "two", identifier).then().statusCode(403).body("resultCode", equalTo("A161203"));
        }
        delete("2", "two", "unknown").then().statusCode(404).body("resultCode", equalTo("A161202"));
        assertThat(count("1", "one")).isEqualTo(1);
    }

    private Response delete(String service, String apiToken, String identifier) {
        return given().header("Authorization", "Bearer " + apiToken)
                .delete(emulator.url() + "/api/" + service + "/auth/token/delete/" + identifier);
    }

    @Test
    void aClientOfAnotherServiceIsToldFromAnUnknownOne() {
        for (String service : List.of("1", "2")) {
            given().contentType("application/json").body(Map.of("serviceId", service, "clientId", service))
                    .post(emulator.url() + "/emulator/clients").then().statusCode(204);
        }
        assertThat(createFor(1)).containsEntry("action", "OK");
        assertThat(createFor(2)).containsEntry("action", "FORBIDDEN").containsEntry("resultCode", "A107202");
        assertThat(createFor(3)).containsEntry("action", "BAD_REQUEST").containsEntry("resultCode", "A107201");
        listOf(1).then().statusCode(200);
        listOf(2).then().statusCode(403).body("resultCode", equalTo("A001213"));
        listOf(3).then().statusCode(400).body("resultCode", equalTo("A001212"));
    }

    private Map<String, Object> createFor(int client) {
        return call("1", "one", "/create", Map.of("grantType", "CLIENT_CREDENTIALS", "clientId", client)).jsonPath()
                .getMap("$");
    }

    private Response listOf(int client) {
        return given().header("Authorization", "Bearer one").queryParam("clientIdentifier", client)
                .get(emulator.url() + "/api/1/auth/token/get/list");
    }

    @Test
    void tokenOfAnotherServiceIsForbidden() {
        Response response = call("1", "two", "/revoke", Map.of("subject", "john"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(ResultCode.ACCESS_RIGHT_MISSING.code());
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
