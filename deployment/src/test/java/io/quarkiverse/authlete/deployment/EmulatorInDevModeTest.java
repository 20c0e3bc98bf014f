package io.quarkiverse.authlete.deployment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.deployment.faults.Ports;
import io.quarkus.test.QuarkusDevModeTest;

/** In dev mode, the handle is there too, and after a live reload it is one of the same emulator. */
class EmulatorInDevModeTest {

    private static final int PORT = Ports.of(EmulatorInDevModeTest.class, "application");

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClass(RecordedRequestsResource.class)
                    .addAsResource(new StringAsset("quarkus.http.port=" + PORT), "application.properties"));

    @Test
    void requestsAreKept() {
        given().port(PORT).when().get("/requests").then().body(equalTo("before 1"));

        APPLICATION.modifySourceFile(RecordedRequestsResource.class, source -> source.replace("\"before \"", "\"after \""));

        given().port(PORT).when().get("/requests").then().body(equalTo("after 2"));
    }
}
