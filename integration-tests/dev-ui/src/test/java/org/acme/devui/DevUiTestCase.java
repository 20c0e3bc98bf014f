package org.acme.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.authlete.emulator.AuthleteEmulator;
import io.restassured.RestAssured;

/** What the tests of the Dev UI have in common. */
abstract class DevUiTestCase {

    static final String TOKENS = "quarkus-authlete/tokens";
    static final String TRAFFIC = "quarkus-authlete/traffic";
    static final String FAULTS = "quarkus-authlete/faults";

    @RegisterExtension
    static final DevUiApplication APPLICATION = DevUiApplication.INSTANCE;

    final Browser browser() {
        return APPLICATION.browser();
    }

    final AuthleteEmulator emulator() {
        return APPLICATION.emulator();
    }

    final RealService real() {
        return APPLICATION.real();
    }

    @AfterEach
    void theBrowserHasNoErrors() {
        assertThat(browser().errors()).isEmpty();
    }

    static void create(int count, long client, String subject) {
        RestAssured.given().queryParam("count", count).queryParam("client", client).queryParam("subject", subject)
                .post("/tokens").then().statusCode(204);
    }

    static int tokens() {
        return Integer.parseInt(RestAssured.get("/tokens").asString().split(" ")[1]);
    }
}
