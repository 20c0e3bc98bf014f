package org.acme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The snippet of observability.adoc that turns the log up and down at run time. */
@QuarkusTest
class LogLevelsTest {

    @Test
    void changesTheLevelOfTheClient() {
        set("DEBUG", 204);
        assertThat(isAtDebug()).isTrue();

        set("INFO", 204);
        assertThat(isAtDebug()).isFalse();
    }

    @Test
    void takesNoOtherLevel() {
        set("TRACE", 400);
    }

    private static void set(String level, int status) {
        given().contentType("text/plain").body(level).when().put("/log-levels/authlete").then().statusCode(status);
    }

    private static boolean isAtDebug() {
        return Logger.getLogger("io.quarkiverse.authlete").isDebugEnabled();
    }
}
