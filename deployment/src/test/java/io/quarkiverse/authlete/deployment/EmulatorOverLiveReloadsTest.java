package io.quarkiverse.authlete.deployment;

import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/** The tokens in the emulator outlive a change of the application's code. */
class EmulatorOverLiveReloadsTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(TokenCountResource.class));

    @Test
    void tokensAreKept() {
        RestAssured.when().post("/tokens").then().statusCode(204);
        RestAssured.when().get("/tokens").then().body(equalTo("before 1"));

        APPLICATION.modifySourceFile(TokenCountResource.class, source -> source.replace("\"before \"", "\"after \""));

        RestAssured.when().get("/tokens").then().body(equalTo("after 1"));
    }
}
