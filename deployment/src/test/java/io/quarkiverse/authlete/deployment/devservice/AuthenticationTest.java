package io.quarkiverse.authlete.deployment.devservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

class AuthenticationTest {

    @RegisterExtension
    final RunningEmulator emulator = new RunningEmulator();

    @Test
    void missingHeader() {
        Response response = given().contentType("application/json").body("{").post(emulator.url("/create"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.jsonPath().getMap("$")).isEqualTo(Map.of("resultCode", "A001202", "resultMessage",
                "[A001202] /auth/token/create, Authorization header is missing."));
    }

    @Test
    void messageDoesNotShowTheIdentifier() {
        Response response = given().delete(emulator.url("/delete/secret"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("resultMessage"))
                .isEqualTo("[A001202] /auth/token/delete, Authorization header is missing.");
    }

    @ParameterizedTest
    @CsvSource({ "Bearer wrong, A001280", "Bearer, A001203", "'Bearer ', A001203", "Basic YXBpLXRva2VuOg==, A001203",
            RunningEmulator.API_TOKEN + ", A001203" })
    void wrongToken(String authorization, String code) {
        Response response = given().header("Authorization", authorization).get(emulator.url("/get/list"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo(code);
    }

    @Test
    void schemeInAnyCase() {
        given().header("Authorization", "bearer " + RunningEmulator.API_TOKEN).get(emulator.url("/get/list"))
                .then().statusCode(200);
    }

    @Test
    void unknownService() {
        Response response = emulator.request().get(emulator.url() + "/api/1/auth/token/get/list");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("resultCode")).isEqualTo("A457101");
        assertThat(response.jsonPath().getString("resultMessage")).startsWith("[A457101] (/auth/token/get/list) ")
                .contains("[USE_SERVICE]").contains("service 1.");
    }
}
