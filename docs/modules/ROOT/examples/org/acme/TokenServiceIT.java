package org.acme;

// tag::it[]
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.quarkiverse.authlete.emulator.Fault;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;

@QuarkusIntegrationTest
class TokenServiceIT {

    DevServicesContext devServices; // set by Quarkus

    @Test
    void aCreateIsNotRepeated() {
        AuthleteEmulator emulator = AuthleteEmulator.of(devServices.devServicesProperties());
        emulator.reset();
        emulator.inject(Fault.connectionReset().on(TokenOperation.CREATE).afterProcessing());

        RestAssured.when().post("/tokens/john").then().statusCode(502);

        assertEquals(1, emulator.requests(TokenOperation.CREATE).size());
    }
}
// end::it[]
