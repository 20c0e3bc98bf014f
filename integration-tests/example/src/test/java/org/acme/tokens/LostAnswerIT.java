package org.acme.tokens;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkiverse.authlete.emulator.RecordedRequest;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The packaged application when Authlete fails. */
@QuarkusIntegrationTest
class LostAnswerIT {

    DevServicesContext devServices;

    AuthleteEmulator emulator;

    @BeforeEach
    void reset() {
        emulator = AuthleteEmulator.of(devServices.devServicesProperties());
        emulator.reset();
    }

    @Test
    void aCreateIsNotRepeated() {
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());

        create(502).body("error", containsString("could not be reached"));

        List<RecordedRequest> creates = emulator.requests(TokenOperation.CREATE);
        assertEquals(1, creates.size());
        assertNull(creates.get(0).status());
        assertEquals("lost", creates.get(0).body().get("subject"));
        when().get("/tokens?subject=lost").then().statusCode(200).body("totalCount", equalTo(1));
    }

    @Test
    void whatWasRefusedForNowIsRepeated() {
        emulator.inject(Fault.status(503).retryAfter(Duration.ZERO).on(TokenOperation.CREATE));

        create(201);

        assertEquals(List.of(503, 200),
                emulator.requests(TokenOperation.CREATE).stream().map(RecordedRequest::status).toList());
    }

    private static ValidatableResponse create(int status) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("grantType", "AUTHORIZATION_CODE", "clientId", 26888344961664L, "subject", "lost"))
                .when().post("/tokens").then().statusCode(status);
    }
}
