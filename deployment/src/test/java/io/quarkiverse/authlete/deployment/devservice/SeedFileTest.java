package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;

/** A seed file fills the emulator before the first request, or tells what is wrong with it. */
class SeedFileTest {

    @Test
    void tokensAreThereFromTheStart() {
        try (EmulatorDevService emulator = started("""
                {"tokens": [
                  {"grantType": "AUTHORIZATION_CODE", "clientId": 7, "subject": "john", "scopes": ["read"],
                   "accessToken": "of-john", "accessTokenDuration": 60},
                  {"service": "eu", "grantType": "CLIENT_CREDENTIALS", "clientId": 8}]}""")) {
            JsonPath tokens = list(emulator, "1");
            assertThat(tokens.getInt("totalCount")).isEqualTo(1);
            assertThat(tokens.getString("accessTokens[0].accessTokenHash")).isEqualTo(RunningEmulator.hash("of-john"));
            assertThat(tokens.getString("accessTokens[0].subject")).isEqualTo("john");
            assertThat(tokens.getList("accessTokens[0].scopes")).containsExactly("read");
            assertThat(tokens.getLong("accessTokens[0].accessTokenExpiresAt") - tokens.getLong("accessTokens[0].createdAt"))
                    .isEqualTo(60_000);
            assertThat(list(emulator, "2").getList("accessTokens.clientId")).containsExactly(8);
        }
    }

    @Test
    void clientsOfTheFileAreTheOnlyOnes() {
        try (EmulatorDevService emulator = started("""
                {"clients": [{"clientId": 7}, {"clientId": 8}],
                 "tokens": [{"grantType": "CLIENT_CREDENTIALS", "clientId": 7}]}""")) {
            assertThat(action(emulator, "1", 8)).isEqualTo("OK");
            assertThat(action(emulator, "1", 9)).isEqualTo("BAD_REQUEST");
            assertThat(action(emulator, "2", 9)).isEqualTo("OK");
        }
    }

    @Test
    void anEmptyFileIsFine() {
        try (EmulatorDevService emulator = started("{}")) {
            assertThat(list(emulator, "1").getInt("totalCount")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"tokens\": [secret-token]}                               | is not JSON (line 1)",
            "``                                                         | must be a JSON object",
            "[]                                                         | must be a JSON object",
            "{\"token\": []}                                            | the file has the unknown member 'token'",
            "{\"tokens\": {}}                                           | tokens must be a list",
            "{\"tokens\": [7]}                                          | tokens[0] must be an object",
            "{\"tokens\": [{\"clientId\": 1}]}                          | tokens[0]: grantType is missing",
            "{\"tokens\": [{\"scope\": \"read\"}]}                      | tokens[0] has the unknown member 'scope'",
            "{\"tokens\": [{\"service\": \"us\"}]}                      | tokens[0]: the service 'us' is not emulated, but [<default>, eu]",
            "{\"tokens\": [{\"service\": 5}]}                           | tokens[0]: the service '5' is not emulated",
            "{\"tokens\": [{\"clientId\": \"x\"}]}                      | tokens[0]: grantType is missing",
            "{\"clients\": [{\"clientId\": 1}, {\"clientId\": \"x\"}]}  | clients[1]: clientId must be a 64-bit integer",
            "{\"tokens\": [{\"subject\": \"\\ud83d\"}]}                 | has half of a surrogate pair",
            "{\"clients\": [{}]}                                        | clients[0]: clientId must be a positive number" })
    void whatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> new EmulatorDevService(config(json))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seed.json").hasMessageContaining(message).hasMessageNotContaining("secret-token");
    }

    @Test
    void aTokenThatExistsAlreadyIsWrong() {
        String token = "{\"grantType\": \"CLIENT_CREDENTIALS\", \"clientId\": 1, \"accessToken\": \"secret-token\"}";

        assertThatThrownBy(() -> new EmulatorDevService(config("{\"tokens\": [" + token + "," + token + "]}")))
                .hasMessageContaining("tokens[1]: The hash of accessToken exists already")
                .hasMessageNotContaining("secret-token");
    }

    @Test
    void isNotShown() {
        assertThat(config("{\"tokens\": [\"secret-token\"]}").toString()).contains("seed.json").doesNotContain("secret-token");
    }

    private static EmulatorDevService started(String json) {
        EmulatorDevService emulator = new EmulatorDevService(config(json));
        emulator.start();
        return emulator;
    }

    private static EmulatorConfig config(String json) {
        return EmulatorConfig.builder(ServiceSettings.of("1", "token"), ServiceSettings.of("2", "token"))
                .seed(Optional.of(new Seed("seed.json", json, Map.of("<default>", "1", "eu", "2")))).build();
    }

    private static JsonPath list(EmulatorDevService emulator, String service) {
        return given().header("Authorization", "Bearer token")
                .get(emulator.getConnectionInfo() + "/api/" + service + "/auth/token/get/list").jsonPath();
    }

    private static String action(EmulatorDevService emulator, String service, long clientId) {
        return given().header("Authorization", "Bearer token").contentType("application/json")
                .body(Map.of("grantType", "CLIENT_CREDENTIALS", "clientId", clientId))
                .post(emulator.getConnectionInfo() + "/api/" + service + "/auth/token/create").jsonPath().getString("action");
    }
}
