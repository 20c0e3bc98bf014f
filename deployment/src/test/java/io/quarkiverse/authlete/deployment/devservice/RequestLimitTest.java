package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service answers so many requests in a second, and no more. */
class RequestLimitTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(new EmulatorConfig(0, EmulatorConfig.DEFAULT_MAX_BODY_SIZE,
            Duration.ZERO, OptionalInt.of(2), Optional.empty(),
            List.of(ServiceSettings.of(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN),
                    ServiceSettings.of("2", "other"))));

    @Test
    void oneTooManyIsToldWhenToComeBack() {
        useUp();

        emulator.post("/create", Map.of("grantType", "CLIENT_CREDENTIALS", "clientId", 1)).then().statusCode(429)
                .header("Retry-After", "1")
                .contentType("application/json")
                .body("resultCode", equalTo(ResultCode.RATE_LIMIT_EXCEEDED.code()))
                .body("resultMessage", startsWith("[" + ResultCode.RATE_LIMIT_EXCEEDED.code() + "] /auth/token/create, "));
    }

    @Test
    void aSecondLaterThereIsRoomAgain() {
        useUp();
        emulator.list(Map.of()).then().statusCode(429);

        emulator.clock.advance(Duration.ofSeconds(1));

        useUp();
        emulator.list(Map.of()).then().statusCode(429);
    }

    @Test
    void whatIsRefusedHasDoneNothing() {
        useUp();
        emulator.post("/create", Map.of("grantType", "CLIENT_CREDENTIALS", "clientId", 1)).then().statusCode(429);

        emulator.clock.advance(Duration.ofSeconds(1));

        assertThat(emulator.listed(Map.of()).getInt("totalCount")).isZero();
    }

    @Test
    void servicesAreCountedApart() {
        useUp();

        given().header("Authorization", "Bearer other").get(emulator.url() + "/api/2/auth/token/get/list")
                .then().statusCode(200);
    }

    @Test
    void strangersAreNotCounted() {
        given().get(emulator.url("/get/list")).then().statusCode(401);

        useUp();
    }

    private void useUp() {
        emulator.list(Map.of()).then().statusCode(200);
        emulator.list(Map.of()).then().statusCode(200);
    }
}
