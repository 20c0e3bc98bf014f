package org.acme.tokens;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TokenErrorsTest {

    @Inject
    AuthleteEmulator emulator;

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403 })
    void aRefusalOfOurAccessIsNotTheCallersMistake(int status) {
        emulator.inject(Fault.status(status));

        when().get("/tokens").then().statusCode(502).body("error", containsString("access"));
    }

    @Test
    void theCallerIsToldHowLongAuthleteTakesNoCalls() {
        // Too long for the client to wait.
        emulator.inject(Fault.status(429).retryAfter(Duration.ofMinutes(10)));

        when().get("/tokens").then().statusCode(503).header("Retry-After", "600");
    }
}
