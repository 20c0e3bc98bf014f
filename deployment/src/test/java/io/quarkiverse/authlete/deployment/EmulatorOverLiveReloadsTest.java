package io.quarkiverse.authlete.deployment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkus.test.QuarkusDevModeTest;

/** The tokens in the emulator outlive a change of the application's code. */
class EmulatorOverLiveReloadsTest {

    private static final int PORT = Ports.of(EmulatorOverLiveReloadsTest.class, "application");

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(TokenCountResource.class)
                    .addAsResource(new StringAsset("quarkus.http.port=" + PORT), "application.properties"));

    @Test
    void tokensAreKept() {
        given().port(PORT).when().post("/tokens").then().statusCode(204);
        given().port(PORT).when().get("/tokens").then().body(equalTo("before 1"));

        APPLICATION.modifySourceFile(TokenCountResource.class, source -> source.replace("\"before \"", "\"after \""));

        given().port(PORT).when().get("/tokens").then().body(equalTo("after 1"));
    }
}
