package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;

/** Health and version of the server, which anybody may ask for at any rate. */
class InstanceApiTest {

    private static final String HEALTH = "/api/lifecycle/healthcheck";

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(
            EmulatorConfig.builder(ServiceSettings.of(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN))
                    .rateLimit(OptionalInt.of(1)).dpop(new DpopSettings(DpopMode.REQUIRED, true)).build());

    private AuthleteEmulator handle() {
        return AuthleteEmulator.of(Map.of("quarkus.authlete.url", emulator.url(), "quarkus.authlete.service-id",
                RunningEmulator.SERVICE_ID));
    }

    @ParameterizedTest
    @ValueSource(strings = { HEALTH, HEALTH + "?extended=true" })
    void isHealthyWithoutCredentialsAndRateLimit(String path) {
        for (int i = 0; i < 3; i++) {
            given().get(emulator.url() + path).then().statusCode(200).contentType("text/plain").body(equalTo("OK"));
        }
    }

    @Test
    void isUnhealthyOnDemand() {
        handle().inject(Fault.unhealthy().times(2));
        handle().inject(Fault.status(503));

        given().get(emulator.url() + HEALTH).then().statusCode(500);
        emulator.list(Map.of()).then().statusCode(503);
        given().get(emulator.url() + HEALTH).then().statusCode(500);
        given().get(emulator.url() + HEALTH).then().statusCode(200);
        assertThat(handle().faults()).isEmpty();
    }

    @Test
    void otherFaultsDoNotHitIt() {
        handle().inject(Fault.status(503).untilCleared());

        given().get(emulator.url() + HEALTH).then().statusCode(200);
        assertThat(handle().faults()).hasSize(1);
        assertThat(handle().requests(TokenOperation.LIST)).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        given().get(emulator.url() + "/api/info").then().statusCode(200).contentType("application/json")
                .body("version", startsWith("3."));
    }

    @Test
    void takesNoOtherMethod() {
        given().post(emulator.url() + HEALTH).then().statusCode(405).header("Allow", "GET")
                .body("resultCode", equalTo("A000201"))
                .body("resultMessage", startsWith("[A000201] HTTP 405 Method Not Allowed"));
    }
}
