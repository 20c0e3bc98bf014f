package io.quarkiverse.authlete.deployment.devservice;

import static io.quarkiverse.authlete.deployment.devservice.RunningEmulator.CLIENT;
import static io.quarkiverse.authlete.deployment.devservice.RunningEmulator.SERVICE_ID;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** The control API as JSON over HTTP. */
class ControlApiTest {

    private static final String SEED = """
            {"tokens": [{"grantType": "AUTHORIZATION_CODE", "clientId": 7, "subject": "seeded", "accessToken": "seeded-token"}]}""";

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(EmulatorConfig
            .builder(ServiceSettings.of(SERVICE_ID, RunningEmulator.API_TOKEN), ServiceSettings.of("2", "other"))
            .rateLimit(OptionalInt.of(4)).seed(Optional.of(new Seed("seed.json", SEED, Map.of("<default>", SERVICE_ID))))
            .build());

    @Test
    void faultsAreUsedUpOneByOne() {
        post("faults", "{\"kind\":\"STATUS\",\"status\":503,\"times\":2,\"operation\":\"LIST\",\"retryAfter\":\"PT1.5S\"}",
                204);
        post("faults", "{\"kind\":\"ACTION\",\"action\":\"BAD_REQUEST\",\"times\":1}", 204);
        post("faults", "{\"kind\":\"STATUS\",\"status\":429,\"serviceId\":\"2\"}", 204);

        emulator.list(Map.of()).then().statusCode(503).header("Retry-After", "2").body(equalTo(""));
        control("GET", "faults").statusCode(200).body("kind", equalTo(List.of("STATUS", "ACTION", "STATUS")))
                .body("times", equalTo(Arrays.asList(1, 1, null))).body("[0].status", equalTo(503))
                .body("[0].operation", equalTo("LIST")).body("[0].processed", equalTo(false));
        control("GET", "faults?service=" + SERVICE_ID).body("$", hasSize(2));
        assertThat(emulator.answered("/create", create("john")).getString("action")).isEqualTo("BAD_REQUEST");
        emulator.list(Map.of()).then().statusCode(503);
        emulator.list(Map.of()).then().statusCode(200).body("totalCount", equalTo(1));

        control("DELETE", "faults?service=2").statusCode(204);
        control("GET", "faults").body("$", empty());
    }

    @Test
    void theFirstThatFitsHitsFirst() {
        post("faults", "{\"kind\":\"STATUS\",\"status\":500,\"times\":1,\"operation\":\"CREATE\"}", 204);
        post("faults", "{\"kind\":\"STATUS\",\"status\":501,\"times\":1}", 204);
        post("faults", "{\"kind\":\"STATUS\",\"status\":502,\"times\":1,\"resultCode\":\"A001101\",\"resultMessage\":\"down\"}",
                204);

        emulator.list(Map.of()).then().statusCode(501);
        emulator.post("/create", create("john")).then().statusCode(500);
        emulator.post("/create", create("john")).then().statusCode(502).body("resultCode", equalTo("A001101"))
                .body("resultMessage", equalTo("down"));
        emulator.created("john");
    }

    @Test
    void aFaultComesBeforeAnyCheck() {
        post("faults", "{\"kind\":\"STATUS\",\"status\":500,\"times\":1}", 204);

        given().get(emulator.url("/get/list")).then().statusCode(500);
        given().get(emulator.url("/get/list")).then().statusCode(401);
    }

    @Test
    void aClientMakesTheOthersUnknown() {
        emulator.created("john");

        post("clients", Map.of("serviceId", SERVICE_ID, "clientId", 99), 204);

        assertThat(emulator.answered("/create", create("john")).getString("resultCode")).isEqualTo("A107201");
    }

    @Test
    void tokensCanBeOld() {
        JsonPath token = post("tokens", Map.of("serviceId", SERVICE_ID, "createdAt", "2029-12-31T23:00:00Z", "token",
                Map.of("grantType", "AUTHORIZATION_CODE", "clientId", CLIENT, "subject", "old", "accessTokenDuration", 1800,
                        "accessToken", "old-token")),
                200).extract().jsonPath();

        assertThat(token.getString("accessToken")).isEqualTo("old-token");
        assertThat(emulator.listed(Map.of("subject", "old", "tokenStatus", "INVALID")).getInt("totalCount")).isEqualTo(1);
        assertThat(emulator.listed(Map.of("subject", "old", "tokenStatus", "VALID")).getInt("totalCount")).isZero();
    }

    @Test
    void theClockGoesForward() {
        post("clock", "{\"advance\":\"PT2H\"}", 204);

        control("GET", "clock").body("now", equalTo("2030-01-01T02:00:00Z"));
        assertThat(emulator.listed(Map.of("tokenStatus", "INVALID")).getInt("totalCount")).isEqualTo(1);
    }

    @Test
    void resetGoesBackToTheStart() {
        useUp();
        post("clock", "{\"advance\":\"P1D\"}", 204);
        useUp();
        post("clients", Map.of("serviceId", SERVICE_ID, "clientId", 99), 204);
        post("faults", "{\"kind\":\"CONNECTION_RESET\"}", 204);

        post("reset", "{}", 204);

        control("GET", "faults").body("$", empty());
        control("GET", "requests").body("$", empty());
        control("GET", "clock").body("now", equalTo("2030-01-01T00:00:00Z"));
        assertThat(emulator.listed(Map.of("tokenStatus", "VALID")).getList("accessTokens.subject")).containsExactly("seeded");
        emulator.created("john");
    }

    @Test
    void mistakesAreExplained() {
        problem("faults", "{\"kind\":\"STATUS\"}", "A status belongs to a fault of the kind STATUS");
        problem("faults", "{\"kind\":\"ACTION\",\"action\":\"OK\"}", "nothing is wrong");
        problem("faults", "{\"kind\":\"STATUS\",\"status\":503,\"time\":3}", "\"time\"");
        problem("faults", "nonsense", "Unrecognized token");
        problem("faults", "null", "must be a JSON object");
        problem("clock", "{\"advance\":\"-PT1H\"}", "only goes forward");
        problem("clock", "{\"advance\":\"P999999999999D\"}", "does not go that far");
        problem("clock", "{}", "advance is missing");
        problem("clients", Map.of("serviceId", "3", "clientId", 1), "The service 3 is not emulated, but [2, " + SERVICE_ID);
        problem("clients", Map.of("serviceId", "2", "clientId", 0), "clientId must be a positive number");
        problem("tokens", Map.of("serviceId", "2", "token", Map.of("grantType", "IMPLICIT", "clientId", 1)),
                "subject is missing");
        problem("tokens", Map.of("serviceId", "2", "token", Map.of("grantTyp", "IMPLICIT")), "unknown member 'grantTyp'");
        problem("tokens", Map.of("serviceId", "2"), "token is missing");
        control("GET", "nowhere").statusCode(404).body("message", containsString("POST /emulator/reset"));
    }

    @Test
    void itsOwnRequestsAreNotCountedOrRecorded() {
        for (int i = 0; i < 5; i++) {
            control("GET", "requests").statusCode(200).body("$", empty());
        }
        emulator.list(Map.of("subject", "john")).then().statusCode(200);

        control("GET", "requests").body("$", hasSize(1)).body("[0].operation", equalTo("LIST"))
                .body("[0].query.subject", equalTo(List.of("john"))).body("[0].fault", nullValue())
                .body("[0].time", equalTo("2030-01-01T00:00:00Z"));
        control("GET", "requests?service=2").body("$", empty());
    }

    /** The whole rate limit of a second. */
    private void useUp() {
        for (int i = 0; i < 4; i++) {
            emulator.list(Map.of()).then().statusCode(200);
        }
        emulator.list(Map.of()).then().statusCode(429);
    }

    private static Map<String, Object> create(String subject) {
        return Map.of("grantType", "AUTHORIZATION_CODE", "clientId", CLIENT, "subject", subject);
    }

    private ValidatableResponse control(String method, String path) {
        return given().contentType("application/json").request(method, emulator.url() + "/emulator/" + path).then();
    }

    private ValidatableResponse post(String path, Object body, int status) {
        return given().contentType("application/json").body(body).post(emulator.url() + "/emulator/" + path).then()
                .statusCode(status);
    }

    private void problem(String path, Object body, String message) {
        post(path, body, 400).body("message", containsString(message));
    }
}
