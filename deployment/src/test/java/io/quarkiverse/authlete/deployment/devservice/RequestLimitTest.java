package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service answers so many requests in a second, and no more. */
class RequestLimitTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator(EmulatorConfig
            .builder(ServiceSettings.of(RunningEmulator.SERVICE_ID, RunningEmulator.API_TOKEN),
                    ServiceSettings.of("2", "other"))
            .rateLimit(OptionalInt.of(2)).build());

    @Test
    void oneTooManyIsToldWhenToComeBack() {
        useUp();

        emulator.post("/create", Map.of("grantType", "CLIENT_CREDENTIALS", "clientId", 1)).then().statusCode(429)
                .header("RateLimit-Reset", "1").header("Retry-After", nullValue())
                .contentType("text/html").body("html.head.title", equalTo("429 Too Many Requests"));
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
