package io.quarkiverse.authlete.deployment;

import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/** In dev mode, the handle is there too, and after a live reload it is one of the same emulator. */
class EmulatorInDevModeTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(RecordedRequestsResource.class));

    @Test
    void requestsAreKept() {
        RestAssured.when().get("/requests").then().body(equalTo("before 1"));

        APPLICATION.modifySourceFile(RecordedRequestsResource.class, source -> source.replace("\"before \"", "\"after \""));

        RestAssured.when().get("/requests").then().body(equalTo("after 2"));
    }
}
