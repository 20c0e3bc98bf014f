package org.acme;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkus.test.junit.QuarkusTest;

/** The exception mapper of errors.adoc. */
@QuarkusTest
class AuthleteErrorsTest {

    private static final String SESSIONS = "/back-office/users/{subject}/sessions";

    @Inject
    AuthleteEmulator emulator;

    /** The last fault stays until it is cleared, and other tests have the same application. */
    @BeforeEach
    @AfterEach
    void reset() {
        emulator.reset();
    }

    @Test
    void eachOutcomeHasItsStatus() {
        given().urlEncodingEnabled(false).delete("/back-office/users/%20/sessions").then().statusCode(400)
                .body("error", containsString("subject"));
        emulator.inject(Fault.status(404).on(TokenOperation.REVOKE));
        when().delete(SESSIONS, "jane").then().statusCode(409);
        emulator.inject(Fault.status(403).on(TokenOperation.REVOKE));
        when().delete(SESSIONS, "jane").then().statusCode(500);
        emulator.inject(Fault.status(429).retryAfter(Duration.ofHours(1)).on(TokenOperation.REVOKE));
        when().delete(SESSIONS, "jane").then().statusCode(503).header("Retry-After", "3600");
        emulator.inject(Fault.connectionReset().untilCleared().on(TokenOperation.REVOKE));
        when().delete(SESSIONS, "jane").then().statusCode(502);
    }
}
